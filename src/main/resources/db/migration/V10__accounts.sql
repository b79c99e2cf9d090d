-- Who may sign in. AUTOINCREMENT: an id is never given twice, so a log entry can never come to mean somebody else.
CREATE TABLE account (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL UNIQUE, -- lower case, NFKC
    role TEXT NOT NULL CHECK (role IN ('ADMIN', 'OPERATOR', 'AUDITOR')),
    password_hash TEXT NOT NULL, -- PHC string
    active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
    must_change_password INTEGER NOT NULL DEFAULT 0 CHECK (must_change_password IN (0, 1)),
    created INTEGER NOT NULL,
    password_changed INTEGER NOT NULL,
    last_login INTEGER
) STRICT;

-- A browser that is signed in. The secret in its cookie is stored as its SHA-256 only.
CREATE TABLE account_session (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    fingerprint BLOB NOT NULL UNIQUE,
    account INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    opened INTEGER NOT NULL,
    last_seen INTEGER NOT NULL,
    address TEXT NOT NULL,
    browser TEXT NOT NULL
) STRICT;

CREATE INDEX account_session_by_account ON account_session (account);

-- A program that may use the API. The row stays after revocation, so that the log's names keep their meaning.
CREATE TABLE api_token (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 64),
    fingerprint BLOB NOT NULL UNIQUE,
    role TEXT NOT NULL CHECK (role IN ('ADMIN', 'OPERATOR', 'AUDITOR')),
    created_by TEXT NOT NULL,
    created INTEGER NOT NULL,
    last_used INTEGER,
    revoked INTEGER
) STRICT;

CREATE UNIQUE INDEX api_token_in_force_by_name ON api_token (name) WHERE revoked IS NULL;
