-- What happened, append-only. AUTOINCREMENT inside BEGIN IMMEDIATE: numbers rise by one, a rolled back row leaves no gap.
-- A place for the hash chain: it will be a table of its own keyed by seq, so that these rows never need rewriting.
CREATE TABLE audit_event (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    at INTEGER NOT NULL, -- the wall clock, which can jump; the order of events is seq
    kind TEXT NOT NULL,
    person INTEGER, -- no foreign key: the row outlives the person
    reason TEXT,
    actor TEXT NOT NULL,
    details TEXT NOT NULL CHECK (json_valid(details))
) STRICT;

-- Each index holds seq as its last column by nature, so a filtered page is read in order. There is none on the time: between
-- two steps back of the clock time rises with seq, and a time is found by halving.
CREATE INDEX audit_by_kind ON audit_event (kind);
CREATE INDEX audit_by_person ON audit_event (person) WHERE person IS NOT NULL;
CREATE INDEX audit_by_reason ON audit_event (reason) WHERE reason IS NOT NULL;

-- The rows before which the clock was set back; time rises with seq from one to the next.
CREATE TABLE audit_clock_step (
    seq INTEGER PRIMARY KEY
) STRICT;

CREATE TRIGGER audit_event_clock_step AFTER INSERT ON audit_event
WHEN NEW.at < (SELECT at FROM audit_event WHERE seq < NEW.seq ORDER BY seq DESC LIMIT 1)
BEGIN
    INSERT INTO audit_clock_step (seq) VALUES (NEW.seq);
END;

-- How far the retention routine has come: rows up to purged_to may be deleted, no other. It only ever rises.
CREATE TABLE audit_retention (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    purged_to INTEGER NOT NULL
) STRICT;

INSERT INTO audit_retention (id, purged_to) VALUES (1, 0);

CREATE TRIGGER audit_event_no_update BEFORE UPDATE ON audit_event
BEGIN
    SELECT RAISE(ABORT, 'audit rows are never changed');
END;

CREATE TRIGGER audit_event_no_delete BEFORE DELETE ON audit_event
WHEN OLD.seq > (SELECT purged_to FROM audit_retention)
BEGIN
    SELECT RAISE(ABORT, 'audit rows are deleted only by retention');
END;

-- INSERT OR REPLACE deletes without firing delete triggers.
CREATE TRIGGER audit_event_no_replace BEFORE INSERT ON audit_event
WHEN EXISTS (SELECT 1 FROM audit_event WHERE seq = NEW.seq)
BEGIN
    SELECT RAISE(ABORT, 'audit rows are never changed');
END;

CREATE TRIGGER audit_retention_rises BEFORE UPDATE ON audit_retention
WHEN NEW.purged_to < OLD.purged_to
BEGIN
    SELECT RAISE(ABORT, 'retention never goes back');
END;

CREATE TRIGGER audit_retention_stays BEFORE DELETE ON audit_retention
BEGIN
    SELECT RAISE(ABORT, 'retention never goes back');
END;
