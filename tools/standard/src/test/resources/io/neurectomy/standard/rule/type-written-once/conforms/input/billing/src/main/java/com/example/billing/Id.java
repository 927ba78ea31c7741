package com.example.billing;

record Id(String value) {}
