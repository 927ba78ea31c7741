package com.acme;

/** See {@link Missing}. */
public final class Broken {}
