package io.lintel.access.pin;

import io.lintel.gallery.PersonId;

/** How a request for a PIN stands. */
public sealed interface PinState {

    /** @param triesLeft wrong ones that are still forgiven */
    record Open(int triesLeft) implements PinState {}

    /** @param person whose PIN it is */
    record Right(PersonId person) implements PinState {}

    /** Nobody typed one in time. */
    record Missing() implements PinState {}

    /** Too many wrong ones before this request. @param failures in a row @param untilNanos of the monotonic clock */
    record HasToWait(int failures, long untilNanos) implements PinState {}

    /** @param why one clause for the log */
    record Wrong(String why) implements PinState {}
}
