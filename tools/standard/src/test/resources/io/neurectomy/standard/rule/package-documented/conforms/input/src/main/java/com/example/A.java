package com.example;

public class A {}
