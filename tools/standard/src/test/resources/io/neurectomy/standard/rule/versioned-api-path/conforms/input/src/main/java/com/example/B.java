package com.example;

@Path("/api/customers")
class B {
    @Produces("application/vnd.example.v2+json")
    public String get() {
        return "";
    }
}
