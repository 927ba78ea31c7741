package com.example;

class ATest {}
