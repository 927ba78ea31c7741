package io.neurectomy.test.docker;

import java.time.Instant;
import java.util.Map;

/**
 * Something that happened in the engine.
 *
 * @param type {@code container} or {@code image}
 * @param action such as {@code start}
 * @param id of the container, or name of the image
 * @param attributes what Docker says about it: labels, image, name, exit code
 * @param time when
 */
record EngineEvent(String type, String action, String id, Map<String, String> attributes, Instant time) {}
