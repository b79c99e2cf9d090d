/** The screen beside the door ({@code kiosk-ui/}): its files, and the stream that tells it what to show. */
@NullMarked
package io.lintel.kiosk;

import org.jspecify.annotations.NullMarked;
