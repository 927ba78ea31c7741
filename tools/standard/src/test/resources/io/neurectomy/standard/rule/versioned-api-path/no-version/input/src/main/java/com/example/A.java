package com.example;

@RestController
@RequestMapping(path = "/api/orders")
class A {
    @GetMapping("/{id}")
    String get() {
        return "";
    }
}
