package com.example.internal;

public class C {}
