package com.example;

class A {
    void a(Exception e) {
        System.out.println("a");
        e.printStackTrace();
    }
}
