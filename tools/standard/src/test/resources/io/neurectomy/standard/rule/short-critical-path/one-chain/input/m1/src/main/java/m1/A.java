package m1;

class A {}
