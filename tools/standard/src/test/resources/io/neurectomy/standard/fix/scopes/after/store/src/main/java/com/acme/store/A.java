package com.acme.store;

final class A {
    int a = 1;
}
