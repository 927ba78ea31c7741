package io.neurectomy.test.service;

/** What starts a service in a container. */
interface Containers {
    /** Starts one, or says why that can't be. */
    Availability start(Service service, String image);

    /** Testcontainers, which is an optional dependency: its classes are touched only if they are there. */
    static Containers ofTestcontainers() {
        return (service, image) -> {
            try {
                return TestcontainersContainers.start(service, image);
            } catch (NoClassDefFoundError absent) {
                return new Availability.Missing(
                        service.urlVariable() + " is not set, and Testcontainers is not on the class path",
                        "Set the variable, or add org.testcontainers:testcontainers to the tests' dependencies.");
            }
        };
    }
}
