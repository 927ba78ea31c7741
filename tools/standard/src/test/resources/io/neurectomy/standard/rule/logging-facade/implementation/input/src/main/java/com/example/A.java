package com.example;

import org.apache.log4j.Logger;

class A {}
