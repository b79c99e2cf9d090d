/** REST for programs under {@code /api/v1}: the same use cases as the pages, with problem JSON and an OpenAPI document. */
@NullMarked
package io.lintel.api;

import org.jspecify.annotations.NullMarked;
