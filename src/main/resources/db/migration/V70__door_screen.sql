-- A screen on another machine that may show the door and take PINs. The secret in its cookie is stored as its SHA-256 only.
CREATE TABLE door_screen (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 64),
    fingerprint BLOB NOT NULL UNIQUE,
    paired_by TEXT NOT NULL,
    paired INTEGER NOT NULL,
    last_seen INTEGER,
    revoked INTEGER
) STRICT;

CREATE UNIQUE INDEX door_screen_in_force_by_name ON door_screen (name) WHERE revoked IS NULL;

-- Screens that show a code and wait for an admin to type it.
CREATE TABLE door_screen_request (
    code TEXT PRIMARY KEY,
    fingerprint BLOB NOT NULL UNIQUE,
    address TEXT NOT NULL,
    begun INTEGER NOT NULL
) STRICT;
