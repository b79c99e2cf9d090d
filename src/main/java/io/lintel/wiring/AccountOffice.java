package io.lintel.wiring;

import io.lintel.account.Accounts;
import io.lintel.account.ApiTokens;
import io.lintel.account.Login;
import io.lintel.account.Sessions;
import io.lintel.account.SetUp;

/** Everything about who may sign in. */
public record AccountOffice(Accounts accounts, Sessions sessions, Login login, SetUp setUp, ApiTokens tokens) {}
