package com.example.c;

class C {}
