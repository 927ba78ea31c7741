package io.neurectomy.test.docker;

import java.io.IOException;
import java.io.OutputStream;
import tools.jackson.databind.JsonNode;

/** What a client is answered. */
sealed interface Response {
    /**
     * A status alone.
     *
     * @param status such as 204
     */
    record Empty(int status) implements Response {}

    /**
     * A line of text.
     *
     * @param text the line
     */
    record Text(String text) implements Response {}

    /**
     * A document.
     *
     * @param status such as 200
     * @param body the document
     */
    record Json(int status, JsonNode body) implements Response {
        /** A document with the status 200. */
        Json(JsonNode body) {
            this(200, body);
        }
    }

    /**
     * A body that is written as things happen.
     *
     * @param contentType its media type
     * @param body writes it
     */
    record Streamed(String contentType, Body body) implements Response {}

    /** Writes a body piece by piece; what is flushed is on its way. */
    interface Body {
        void write(OutputStream out) throws IOException, InterruptedException;
    }
}
