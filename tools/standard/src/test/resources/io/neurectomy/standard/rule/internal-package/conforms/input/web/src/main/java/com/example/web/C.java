package com.example.web;

import com.example.core.B;
import com.example.core.spi.internal.D;
import sun.internal.X;

class C {}
