package m4;

class A {}
