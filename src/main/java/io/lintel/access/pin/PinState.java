package io.lintel.access.pin;

/** How a request for a PIN stands. */
public sealed interface PinState {

    /** @param triesLeft wrong ones that are still forgiven */
    record Open(int triesLeft) implements PinState {}

    record Right() implements PinState {}

    /** @param why one clause for the log */
    record Wrong(String why) implements PinState {}
}
