package com.acme.web;

final class A {
    int a = 1;
}
