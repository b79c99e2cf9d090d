/** What programs read: the same records as answers of {@code /api/v1} and of commands with {@code --json}. */
@NullMarked
package io.lintel.json;

import org.jspecify.annotations.NullMarked;
