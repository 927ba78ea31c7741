package com.example;

@RequestMapping("/health")
class C {}
