-- Personal data is sealed (AES-256-GCM) with a data key for each person, which the box's key wraps; the box's key is never in here.
CREATE TABLE box_key (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    fingerprint BLOB NOT NULL CHECK (length(fingerprint) = 8) -- of the key that wraps all the others
) STRICT;

CREATE TABLE person_key (
    person INTEGER PRIMARY KEY, -- 0: pictures of nobody who is enrolled
    wrapped BLOB NOT NULL CHECK (length(wrapped) = 60)
) STRICT;

-- Whoever deletes a person destroys the key, and with it whatever else is left of them.
CREATE TRIGGER person_key_destroyed AFTER DELETE ON person
BEGIN
    DELETE FROM person_key WHERE person = OLD.id;
END;

-- Who is enrolled, in one sealed list: somebody who was put back by hand does not count.
CREATE TABLE gallery_roster (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    sealed BLOB NOT NULL
) STRICT;

-- People whose data is still in the clear, from before: sealed at the first start, person by person; empty from then on.
CREATE TABLE person_unsealed (
    person INTEGER PRIMARY KEY REFERENCES person (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    note TEXT NOT NULL,
    consent_purpose TEXT
) STRICT;

INSERT INTO person_unsealed (person, name, note, consent_purpose) SELECT id, name, note, consent_purpose FROM person;

-- Whether what was once in the clear may still lie in free pages: 1 until the file was written anew.
CREATE TABLE unsealed_trace (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    left_behind INTEGER NOT NULL CHECK (left_behind IN (0, 1))
) STRICT;

INSERT INTO unsealed_trace (id, left_behind) SELECT 1, EXISTS (SELECT 1 FROM person);

DROP INDEX person_by_name;
ALTER TABLE person DROP COLUMN name;
ALTER TABLE person DROP COLUMN name_key;
ALTER TABLE person DROP COLUMN note;
-- Name, note and the purpose of the consent; the seal covers the row's other columns too, so none of them can be changed by hand.
ALTER TABLE person ADD COLUMN sealed BLOB;
-- In the seal; this only says that there is one.
UPDATE person SET consent_purpose = '*' WHERE consent_purpose IS NOT NULL;
