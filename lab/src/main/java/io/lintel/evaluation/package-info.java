@NullMarked
package io.lintel.evaluation;

import org.jspecify.annotations.NullMarked;
