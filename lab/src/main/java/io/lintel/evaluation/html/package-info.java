@NullMarked
package io.lintel.evaluation.html;

import org.jspecify.annotations.NullMarked;
