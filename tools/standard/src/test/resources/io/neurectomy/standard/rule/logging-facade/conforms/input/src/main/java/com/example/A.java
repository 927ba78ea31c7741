package com.example;

import org.slf4j.Logger;

class A {}
