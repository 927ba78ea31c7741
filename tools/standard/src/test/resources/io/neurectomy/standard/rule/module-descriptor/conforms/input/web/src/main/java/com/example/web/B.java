package com.example.web;

public class B {}
