package com.example.web;

import com.example.core.A;

public class B {}
