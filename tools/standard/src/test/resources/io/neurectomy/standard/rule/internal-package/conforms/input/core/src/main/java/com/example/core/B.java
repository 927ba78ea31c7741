package com.example.core;

import com.example.core.internal.A;

class B {}
