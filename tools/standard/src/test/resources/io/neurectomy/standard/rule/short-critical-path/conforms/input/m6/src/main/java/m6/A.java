package m6;

class A {}
