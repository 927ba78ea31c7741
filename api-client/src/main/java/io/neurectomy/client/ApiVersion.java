package io.neurectomy.client;

import java.util.Locale;

/** A version of the REST API. An answer in another version is refused. */
public enum ApiVersion {
    /** The stable version. */
    V1,
    /** The version to come; it may change. */
    V2;

    /**
     * Returns the path of the version.
     *
     * @return for example {@code /api/v1}
     */
    public String path() {
        return "/api/" + name().toLowerCase(Locale.ROOT);
    }

    /**
     * Returns the media type of the version.
     *
     * @return for example {@code application/vnd.neurectomy.v2+json}
     */
    public String mediaType() {
        return "application/vnd.neurectomy." + name().toLowerCase(Locale.ROOT) + "+json";
    }
}
