package app.agentpool.ipv4;

/** Is a type. */
public interface LowerCase {}
