/** The page This box: version and health with remedies, log lines, certificate, backups. */
@NullMarked
package io.lintel.admin.box;

import org.jspecify.annotations.NullMarked;
