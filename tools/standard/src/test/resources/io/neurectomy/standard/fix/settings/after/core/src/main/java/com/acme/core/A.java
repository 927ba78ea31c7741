package com.acme.core;

final class A {
    int a = 1;
}
