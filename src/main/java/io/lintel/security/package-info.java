/** Guards every HTTP route, of pages and REST alike: who asks, from where, and how errors are answered. */
@NullMarked
package io.lintel.security;

import org.jspecify.annotations.NullMarked;
