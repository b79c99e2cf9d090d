-- The hash chain over the log (docs/AUDIT.md has the exact bytes): each row's hash covers the row as it is stored and the hash
-- of the row before.
CREATE TABLE audit_chain (
    seq INTEGER PRIMARY KEY, -- of audit_event
    salts BLOB NOT NULL CHECK (length(salts) IN (16, 48)), -- 16: what the salts are derived from; 48: after an erasure, each salt or zeros
    hash BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;

-- Rows up to unchained_to were written before there was a chain; the first start chains them.
CREATE TABLE audit_chain_start (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    unchained_to INTEGER NOT NULL
) STRICT;

INSERT INTO audit_chain_start (id, unchained_to) SELECT 1, coalesce(max(seq), 0) FROM audit_event;

-- What the box's key has signed. key: the first eight bytes of the public key's SHA-256.
CREATE TABLE audit_checkpoint (
    id INTEGER PRIMARY KEY, -- rises by one
    seq INTEGER NOT NULL,
    hash BLOB NOT NULL CHECK (length(hash) = 32),
    at INTEGER NOT NULL,
    cause TEXT NOT NULL,
    key BLOB NOT NULL CHECK (length(key) = 8),
    signature BLOB NOT NULL CHECK (length(signature) = 64)
) STRICT;

-- Rows that retention has deleted.
CREATE TABLE audit_tombstone (
    last INTEGER PRIMARY KEY,
    first INTEGER NOT NULL,
    removed INTEGER NOT NULL, -- how many rows there were
    before BLOB NOT NULL CHECK (length(before) = 32), -- hash of the row before the first
    after BLOB NOT NULL CHECK (length(after) = 32), -- hash of the last
    at INTEGER NOT NULL,
    key BLOB NOT NULL CHECK (length(key) = 8),
    signature BLOB NOT NULL CHECK (length(signature) = 64)
) STRICT;

-- Fields that were erased because they were somebody's personal data; their digests stay, their salts do not.
CREATE TABLE audit_erasure (
    seq INTEGER PRIMARY KEY,
    fields INTEGER NOT NULL CHECK (fields BETWEEN 1 AND 7), -- bit 0 person, 1 actor, 2 details
    digests BLOB NOT NULL CHECK (length(digests) = 96), -- of all three
    at INTEGER NOT NULL,
    key BLOB NOT NULL CHECK (length(key) = 8),
    signature BLOB NOT NULL CHECK (length(signature) = 64)
) STRICT;

-- The only change of a row: fields of a row that an erasure names.
DROP TRIGGER audit_event_no_update;

CREATE TRIGGER audit_event_no_update BEFORE UPDATE ON audit_event
WHEN NOT EXISTS (SELECT 1 FROM audit_erasure WHERE seq = OLD.seq)
    OR NEW.seq IS NOT OLD.seq OR NEW.at IS NOT OLD.at OR NEW.kind IS NOT OLD.kind OR NEW.reason IS NOT OLD.reason
BEGIN
    SELECT RAISE(ABORT, 'audit rows are never changed');
END;

CREATE TRIGGER audit_chain_no_update BEFORE UPDATE ON audit_chain
WHEN NOT EXISTS (SELECT 1 FROM audit_erasure WHERE seq = OLD.seq) OR NEW.seq IS NOT OLD.seq OR NEW.hash IS NOT OLD.hash
BEGIN
    SELECT RAISE(ABORT, 'the chain is never changed');
END;

CREATE TRIGGER audit_chain_no_delete BEFORE DELETE ON audit_chain
WHEN OLD.seq > (SELECT purged_to FROM audit_retention)
BEGIN
    SELECT RAISE(ABORT, 'audit rows are deleted only by retention');
END;

CREATE TRIGGER audit_chain_no_replace BEFORE INSERT ON audit_chain
WHEN EXISTS (SELECT 1 FROM audit_chain WHERE seq = NEW.seq)
BEGIN
    SELECT RAISE(ABORT, 'the chain is never changed');
END;
