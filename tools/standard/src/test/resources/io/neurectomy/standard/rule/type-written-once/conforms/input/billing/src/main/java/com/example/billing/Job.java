package com.example.billing;

class Job {
    int id;
    int next;
    int state;

    @Override
    public void run() {}
}
