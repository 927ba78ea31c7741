package io.neurectomy.core.flag;

/**
 * The value of a flag in a context.
 *
 * @param setting what it is set to without the context
 * @param enabled the value in the context
 * @param reason why
 */
public record FlagEvaluation(FlagSetting setting, boolean enabled, FlagReason reason) {}
