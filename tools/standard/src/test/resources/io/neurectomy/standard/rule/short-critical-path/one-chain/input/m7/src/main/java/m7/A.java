package m7;

class A {}
