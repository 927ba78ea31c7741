package io.neurectomy.test.service;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * The services of a test: a parameter of its methods. All tests of a run share them, so each test names what it creates by
 * {@link #freshName}. Immutable and safe for use by several threads.
 */
public final class Services {
    private final Map<Service, URI> urls;

    Services(Map<Service, URI> urls) {
        this.urls = Map.copyOf(urls);
    }

    /**
     * Returns where a service is.
     *
     * @param service one that {@link NeedsService} names
     * @return such as {@code nats://127.0.0.1:4222}
     * @throws IllegalArgumentException if the test has not said that it needs the service
     */
    public URI url(Service service) {
        URI url = urls.get(service);
        if (url == null) {
            throw new IllegalArgumentException(
                    "[needs-service] %s: the test does not name it. Add it to @NeedsService.".formatted(service));
        }
        return url;
    }

    /**
     * Makes a name for a database, a schema, a prefix of keys, a stream or a subject.
     *
     * @param prefix lower-case letters, so that a person who finds it knows whose it is
     * @return the prefix, an underscore, and twelve letters and digits that no other call returns
     */
    public String freshName(String prefix) {
        String random = UUID.randomUUID().toString().replace("-", "");
        return (prefix + "_" + random.substring(0, 12)).toLowerCase(Locale.ROOT);
    }
}
