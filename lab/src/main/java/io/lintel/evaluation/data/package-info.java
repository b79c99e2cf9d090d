@NullMarked
package io.lintel.evaluation.data;

import org.jspecify.annotations.NullMarked;
