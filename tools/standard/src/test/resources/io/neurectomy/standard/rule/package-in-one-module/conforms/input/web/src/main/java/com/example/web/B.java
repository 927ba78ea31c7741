package com.example.web;

class B {}
