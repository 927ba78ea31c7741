package app;

public class FakeAgent {}
