@NullMarked
package io.lintel.evaluation.calibration;

import org.jspecify.annotations.NullMarked;
