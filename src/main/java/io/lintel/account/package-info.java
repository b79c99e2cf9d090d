@NullMarked
package io.lintel.account;

import org.jspecify.annotations.NullMarked;
