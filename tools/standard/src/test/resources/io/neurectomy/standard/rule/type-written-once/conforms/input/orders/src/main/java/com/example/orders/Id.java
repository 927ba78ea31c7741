package com.example.orders;

record Id(String value) {}
