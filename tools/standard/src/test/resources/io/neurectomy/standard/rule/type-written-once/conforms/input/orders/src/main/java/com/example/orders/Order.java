package com.example.orders;

record Order(String id, String customer, int total) {}
