/** What pages and REST share beside the guard: uploaded files and downloads. */
@NullMarked
package io.lintel.web;

import org.jspecify.annotations.NullMarked;
