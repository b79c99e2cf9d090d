/** The settings as types, the check of the whole settings file, the paths of an installation, and whether it runs a door or the demo. */
@NullMarked
package io.lintel.config;

import org.jspecify.annotations.NullMarked;
