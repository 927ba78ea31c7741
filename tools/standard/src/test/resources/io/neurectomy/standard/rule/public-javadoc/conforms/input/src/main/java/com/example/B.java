package com.example;

class B {}
