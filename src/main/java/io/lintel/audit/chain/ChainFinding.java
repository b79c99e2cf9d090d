package io.lintel.audit.chain;

/**
 * One thing that a verification has found.
 *
 * @param first the first row that it is about; 0 if it is about none
 * @param last the last row
 * @param text one sentence
 */
public record ChainFinding(Fault fault, long first, long last, String text) {}
