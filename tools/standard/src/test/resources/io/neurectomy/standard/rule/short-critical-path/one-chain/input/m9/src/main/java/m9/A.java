package m9;

class A {}
