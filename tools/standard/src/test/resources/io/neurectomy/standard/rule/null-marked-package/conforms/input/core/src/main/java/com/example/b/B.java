package com.example.b;

@NullMarked
class B {}
