package com.example.orders;

class Job {
    int id;
    int next;
    int state;

    @Override
    public void run() {}
}
