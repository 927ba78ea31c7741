package com.example.internal;

@Deprecated
public class B {}
