package com.example.internal;

public class B {}
