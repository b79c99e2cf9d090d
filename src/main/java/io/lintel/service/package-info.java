/** Use cases: one class per subject, one method per use case, which validates, executes, audits and returns. */
@NullMarked
package io.lintel.service;

import org.jspecify.annotations.NullMarked;
