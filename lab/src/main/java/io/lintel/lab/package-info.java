/** The laboratory's commands: what is measured about Lintel on its developers' machines, and is no part of the product. */
@NullMarked
package io.lintel.lab;

import org.jspecify.annotations.NullMarked;
