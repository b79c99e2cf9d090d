/** What makes the log tamper-evident: the hash chain, what the box's key signs of it, and the verification of both. */
@NullMarked
package io.lintel.audit.chain;

import org.jspecify.annotations.NullMarked;
