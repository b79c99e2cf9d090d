package io.lintel.alarm;

/**
 * How an {@link Outlet} is doing. Immutable.
 *
 * @param name where it delivers to
 * @param waiting notices not yet delivered
 * @param delivered since the start
 * @param dropped since the start: the queue was full, or the receiver did not understand
 * @param fault why the last attempt failed; empty when it did not
 */
public record OutletStatus(String name, int waiting, long delivered, long dropped, String fault) {}
