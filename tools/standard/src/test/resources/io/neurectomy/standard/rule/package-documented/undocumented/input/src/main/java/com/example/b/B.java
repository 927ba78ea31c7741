package com.example.b;

public class B {}
