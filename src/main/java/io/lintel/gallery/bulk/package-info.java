/** Many people at once, from a folder or a ZIP. */
@NullMarked
package io.lintel.gallery.bulk;

import org.jspecify.annotations.NullMarked;
