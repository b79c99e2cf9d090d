/** The SQLite file: opening it safely, migrations, and its health. */
@NullMarked
package io.lintel.storage;

import org.jspecify.annotations.NullMarked;
