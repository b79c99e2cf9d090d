@NullMarked
package io.lintel.evaluation.recognition;

import org.jspecify.annotations.NullMarked;
