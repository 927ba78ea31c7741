package io.neurectomy.core.flag;

/**
 * An environment variable that no flag has, though its name is near to one.
 *
 * @param variable the name that is set
 * @param feature the flag that may be meant
 */
public record NearMiss(String variable, Feature feature) {}
