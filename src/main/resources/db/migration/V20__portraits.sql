-- A small picture of the face that a template was made of, kept only where lintel.people.portraits says so.
CREATE TABLE template_portrait (
    template INTEGER PRIMARY KEY REFERENCES template (id) ON DELETE CASCADE,
    person INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    jpeg BLOB NOT NULL
) STRICT;

CREATE INDEX template_portrait_by_person ON template_portrait (person);

-- For how long after the last visit the person has agreed to be kept; at most three years (BIPA, section 15a).
ALTER TABLE person ADD COLUMN consent_keep_days INTEGER CHECK (consent_keep_days BETWEEN 1 AND 1095);
