-- The second factor of a person: an Argon2id hash in PHC form, never the PIN. Goes with the person.
CREATE TABLE person_pin (
    person INTEGER PRIMARY KEY REFERENCES person (id) ON DELETE CASCADE,
    hash TEXT NOT NULL CHECK (length(hash) BETWEEN 20 AND 400),
    set_at INTEGER NOT NULL
) STRICT;
