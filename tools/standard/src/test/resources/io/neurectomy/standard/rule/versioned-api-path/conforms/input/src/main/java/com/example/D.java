package com.example;

@RequestMapping("/api")
class D {
    @GetMapping("/v2/x")
    public String get() {
        return "";
    }
}
