/** Brings the catalogue's models into the models folder: get, verify, import, verify. */
@NullMarked
package io.lintel.model.fetch;

import org.jspecify.annotations.NullMarked;
