/** What happened: the log's pages, in plain words and in numbers, and its export. */
@NullMarked
package io.lintel.admin.log;

import org.jspecify.annotations.NullMarked;
