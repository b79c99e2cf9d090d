/** What an operator says about a visit, and what may be learnt from it: nothing by itself. */
@NullMarked
package io.lintel.service.visit;

import org.jspecify.annotations.NullMarked;
