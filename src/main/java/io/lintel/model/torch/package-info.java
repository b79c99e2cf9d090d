/** Reads PyTorch state dictionaries without running them, and builds the graph of the networks they belong to. */
@NullMarked
package io.lintel.model.torch;

import org.jspecify.annotations.NullMarked;
