package com.example;

class A {}
