package com.acme.base;

final class A {
    int a = 1;
}
