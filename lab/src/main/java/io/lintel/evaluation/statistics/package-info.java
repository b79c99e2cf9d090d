@NullMarked
package io.lintel.evaluation.statistics;

import org.jspecify.annotations.NullMarked;
