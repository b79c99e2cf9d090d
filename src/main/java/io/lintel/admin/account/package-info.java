/** Pages for signing in, accounts, sessions and API tokens. */
@NullMarked
package io.lintel.admin.account;

import org.jspecify.annotations.NullMarked;
