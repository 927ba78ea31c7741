package app.agentPool.net_io;

/** Is a type. */
public interface CapitalAndUnderscore {}
