package m2;

class A {}
