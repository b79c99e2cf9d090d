/** What keeps a box from working, and what to do about it: {@code lintel doctor}, and the same on the page This box. */
@NullMarked
package io.lintel.wiring.checkup;

import org.jspecify.annotations.NullMarked;
