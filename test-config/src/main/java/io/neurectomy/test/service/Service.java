package io.neurectomy.test.service;

/** A service that a test may need. */
public enum Service {
    /** PostgreSQL with the extension {@code vector}. */
    POSTGRES("PostgreSQL with pgvector", "postgresql", 5432, "pgvector/pgvector:pg17"),
    /** Redis. */
    REDIS("Redis", "redis", 6379, "redis:7-alpine"),
    /** NATS with JetStream. */
    NATS("NATS JetStream", "nats", 4222, "nats:2.12-alpine");

    private final String title;
    private final String scheme;
    private final int port;
    private final String image;

    Service(String title, String scheme, int port, String image) {
        this.title = title;
        this.scheme = scheme;
        this.port = port;
        this.image = image;
    }

    /**
     * Returns the name for readers.
     *
     * @return such as {@code NATS JetStream}
     */
    public String title() {
        return title;
    }

    /**
     * Returns the environment variable that names a running service.
     *
     * @return such as {@code NEURECTOMY_TEST_NATS_URL}
     */
    public String urlVariable() {
        return "NEURECTOMY_TEST_" + name() + "_URL";
    }

    /**
     * Returns the environment variable that names the image of a container.
     *
     * @return such as {@code NEURECTOMY_TEST_NATS_IMAGE}
     */
    public String imageVariable() {
        return "NEURECTOMY_TEST_" + name() + "_IMAGE";
    }

    /** The image that is taken where no variable names another. */
    String image() {
        return image;
    }

    /** The port inside a container, and of a URL without one. */
    int port() {
        return port;
    }

    String scheme() {
        return scheme;
    }
}
