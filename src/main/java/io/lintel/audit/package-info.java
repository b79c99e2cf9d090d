@NullMarked
package io.lintel.audit;

import org.jspecify.annotations.NullMarked;
