package m3;

class A {}
