package com.example;

// The keys are checked by the caller.
@SuppressWarnings("unchecked")
class A {
    @SuppressWarnings("unused") // Called by reflection.
    int a;
}
