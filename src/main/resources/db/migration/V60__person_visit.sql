-- When somebody was last let in. The log's rows go after a time of their own; this counts for how long his data may be kept.
CREATE TABLE person_visit (
    person INTEGER PRIMARY KEY REFERENCES person (id) ON DELETE CASCADE,
    last INTEGER NOT NULL
) STRICT;
