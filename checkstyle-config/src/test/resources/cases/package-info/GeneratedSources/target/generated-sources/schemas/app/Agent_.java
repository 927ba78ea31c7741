package app;

public class Agent_ {}
