/**
 * The use cases: one class a subject, one method a use case, which validates, executes, writes to the audit log and returns. Pages,
 * REST and commands only translate to and from these. Plain Java, no framework.
 */
@NullMarked
package io.lintel.service;

import org.jspecify.annotations.NullMarked;
