package com.example;

/** A. */
@Immutable
public class A {}
