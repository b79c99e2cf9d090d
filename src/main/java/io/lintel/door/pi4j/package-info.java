/**
 * The door's hardware behind Pi4J's API: providers of our own for the kernel's GPIO character device and for a simulated
 * board. All of Pi4J in this program is here; its own providers and its mock are never used.
 */
@NullMarked
package io.lintel.door.pi4j;

import org.jspecify.annotations.NullMarked;
