package io.lintel.benchmark;

/** Between what a measured number lies with 95 % confidence, in its own unit. */
public record Interval(double low, double high) {}
