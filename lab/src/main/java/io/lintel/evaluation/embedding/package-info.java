@NullMarked
package io.lintel.evaluation.embedding;

import org.jspecify.annotations.NullMarked;
