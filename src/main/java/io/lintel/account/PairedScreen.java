package io.lintel.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A door screen on another machine, in force. Immutable.
 *
 * @param pairedBy the account, token or command line that confirmed its code
 * @param lastSeen when it last began or ended to follow the door, to ten minutes; null for never
 */
public record PairedScreen(
        long id,
        String name,
        String pairedBy,
        Instant paired,
        @Nullable Instant lastSeen) {}
