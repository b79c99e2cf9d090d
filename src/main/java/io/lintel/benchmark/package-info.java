/** How fast this machine is: a frame stage by stage, a search of the gallery; and the figures that a measurement reports. */
@NullMarked
package io.lintel.benchmark;

import org.jspecify.annotations.NullMarked;
