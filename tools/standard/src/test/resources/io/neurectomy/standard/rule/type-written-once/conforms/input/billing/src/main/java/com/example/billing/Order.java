package com.example.billing;

record Order(String id, String customer, int total, int tax) {}
