/** The screen beside the door ({@code kiosk-ui/}): its files, and the stream that tells it what to show. */
@org.jspecify.annotations.NullMarked
package io.lintel.kiosk;
