package com.example;

import org.junit.jupiter.api.extension.Extension;

public class A implements Extension {}
