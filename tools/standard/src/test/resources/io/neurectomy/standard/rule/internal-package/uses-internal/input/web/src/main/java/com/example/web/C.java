package com.example.web;

import com.example.core.internal.A.B;

class C {}
