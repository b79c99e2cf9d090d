/** What pages and REST share beside security: uploaded files and downloads. */
@NullMarked
package io.lintel.web;

import org.jspecify.annotations.NullMarked;
