-- One row that is rewritten at start and after a failed write, to learn whether the file takes writes.
-- All times in this file are milliseconds since 1970, UTC.
CREATE TABLE storage_probe (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    writes INTEGER NOT NULL
) STRICT;

INSERT INTO storage_probe (id, writes) VALUES (1, 0);
