package m0;

class A {}
