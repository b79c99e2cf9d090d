/** The texts of the web pages in each language, and which language a page is in. */
@NullMarked
package io.lintel.admin.text;

import org.jspecify.annotations.NullMarked;
