package com.example;

@RequestMapping("/api/v1/orders")
class A {}
