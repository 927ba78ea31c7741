package com.example.billing;

class Order {
    private int total;
    private String id;
    private String customer;
}
