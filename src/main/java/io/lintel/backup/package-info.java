/** Backs up the data folder into one encrypted file, verifies the file, and restores it. */
@NullMarked
package io.lintel.backup;

import org.jspecify.annotations.NullMarked;
