package com.example.old;

class B {}
