package app;

public class FakeAgentIT {}
