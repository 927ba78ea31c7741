package m5;

class A {}
