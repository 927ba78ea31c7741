package a;

/* Müller */
class A {}
