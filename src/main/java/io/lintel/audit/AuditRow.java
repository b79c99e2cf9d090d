package io.lintel.audit;

import java.time.Instant;

/**
 * An event as the log keeps it.
 *
 * @param seq its place in the order of events, from 1, without gaps
 * @param at the wall clock when it was written, to the millisecond; can jump, {@code seq} cannot
 */
public record AuditRow(long seq, Instant at, AuditEvent event) {}
