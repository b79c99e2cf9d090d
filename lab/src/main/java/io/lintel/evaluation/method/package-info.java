@NullMarked
package io.lintel.evaluation.method;

import org.jspecify.annotations.NullMarked;
