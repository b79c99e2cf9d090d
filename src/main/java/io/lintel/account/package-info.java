/** Who may sign in: accounts, roles, passwords, sessions and API tokens, and the throttling of guesses. */
@NullMarked
package io.lintel.account;

import org.jspecify.annotations.NullMarked;
