package io.lintel.account;

import java.time.Instant;

/**
 * A screen that shows a code and waits.
 *
 * @param code as it is shown, without spaces
 * @param address of the screen
 */
public record PairingRequest(String code, String address, Instant begun) {}
