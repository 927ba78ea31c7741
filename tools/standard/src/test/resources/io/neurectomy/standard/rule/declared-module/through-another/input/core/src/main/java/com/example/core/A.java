package com.example.core;

public class A {}
