/** The catalogue of model files: where each comes from, its hash and its licence, and whether it is in place. */
@NullMarked
package io.lintel.model;

import org.jspecify.annotations.NullMarked;
