package com.example;

@Path("api/customers")
class B {}
