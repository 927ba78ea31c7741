package com.example.b;

class B {}
