package com.example.b;
