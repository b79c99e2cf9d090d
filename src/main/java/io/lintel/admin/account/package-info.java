@NullMarked
package io.lintel.admin.account;

import org.jspecify.annotations.NullMarked;
