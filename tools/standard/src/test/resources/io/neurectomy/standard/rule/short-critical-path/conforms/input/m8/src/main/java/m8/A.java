package m8;

class A {}
