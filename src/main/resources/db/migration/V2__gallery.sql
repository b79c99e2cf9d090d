-- Who is enrolled. AUTOINCREMENT: an id is never given twice, so an audit row can never come to mean somebody else.
CREATE TABLE person (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    name_key TEXT NOT NULL, -- the name without case and accents, for search
    note TEXT NOT NULL DEFAULT '' CHECK (length(note) <= 2000),
    enabled INTEGER NOT NULL DEFAULT 1 CHECK (enabled IN (0, 1)),
    valid_from INTEGER, -- inclusive; NULL is "since always"
    valid_until INTEGER, -- exclusive; NULL is "for ever"
    created INTEGER NOT NULL,
    consent_at INTEGER, -- when the person agreed to be recognised (GDPR Art. 9); NULL is "not recorded"
    consent_purpose TEXT CHECK (length(consent_purpose) BETWEEN 1 AND 1000),
    CHECK (valid_from IS NULL OR valid_until IS NULL OR valid_from < valid_until),
    CHECK ((consent_at IS NULL) = (consent_purpose IS NULL))
) STRICT;

CREATE INDEX person_by_name ON person (name_key);

-- What the embedder made of one shot of a person.
-- A place for encryption at rest: codec says how the embedding is written (1 = plain float32, little endian). An encrypted
-- codec gets a number of its own, and the person's data key a table of its own, so that rows can be rewritten one by one.
CREATE TABLE template (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    person INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    model TEXT NOT NULL, -- the embedder; templates of different models do not compare
    source TEXT NOT NULL, -- PHOTO or CAMERA
    variants INTEGER NOT NULL CHECK (variants >= 1), -- how many augmented views the embedding is the mean of; 1 = none
    codec INTEGER NOT NULL,
    embedding BLOB NOT NULL,
    inter_ocular REAL NOT NULL, -- pixels
    sharpness REAL NOT NULL,
    brightness REAL NOT NULL,
    contrast REAL NOT NULL,
    yaw REAL NOT NULL, -- degrees, as pitch and roll
    pitch REAL NOT NULL,
    roll REAL NOT NULL,
    created INTEGER NOT NULL
) STRICT;

CREATE INDEX template_by_person ON template (person);

-- Counts every change of the gallery, whoever makes it: a running process polls it to see the writes of another.
CREATE TABLE gallery_revision (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    value INTEGER NOT NULL
) STRICT;

INSERT INTO gallery_revision (id, value) VALUES (1, 0);

CREATE TRIGGER person_inserted AFTER INSERT ON person
BEGIN
    UPDATE gallery_revision SET value = value + 1;
END;

CREATE TRIGGER person_updated AFTER UPDATE ON person
BEGIN
    UPDATE gallery_revision SET value = value + 1;
END;

CREATE TRIGGER person_deleted AFTER DELETE ON person
BEGIN
    UPDATE gallery_revision SET value = value + 1;
END;

CREATE TRIGGER template_inserted AFTER INSERT ON template
BEGIN
    UPDATE gallery_revision SET value = value + 1;
END;

CREATE TRIGGER template_updated AFTER UPDATE ON template
BEGIN
    UPDATE gallery_revision SET value = value + 1;
END;

CREATE TRIGGER template_deleted AFTER DELETE ON template
BEGIN
    UPDATE gallery_revision SET value = value + 1;
END;
