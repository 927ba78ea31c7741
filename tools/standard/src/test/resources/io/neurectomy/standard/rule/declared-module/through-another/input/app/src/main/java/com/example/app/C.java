package com.example.app;

import com.example.core.A;
import com.example.web.B;
import java.util.List;

class C {}
