package com.example.core.spi.internal;

public class D {}
