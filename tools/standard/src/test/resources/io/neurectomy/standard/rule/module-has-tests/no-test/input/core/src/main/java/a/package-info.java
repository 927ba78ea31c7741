package a;
