/** How a site is made, and how boxes join and leave it: keys, permissions, the server's files, invitations. */
@NullMarked
package io.lintel.site.member;

import org.jspecify.annotations.NullMarked;
