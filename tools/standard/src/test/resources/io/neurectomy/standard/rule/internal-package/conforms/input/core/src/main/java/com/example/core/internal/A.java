package com.example.core.internal;

public class A {}
