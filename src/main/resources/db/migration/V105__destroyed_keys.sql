-- Each data key has a random name. By it the key is found and overwritten in backups that were made before its person was deleted (decision 0210).
ALTER TABLE person_key ADD COLUMN tag BLOB NOT NULL DEFAULT x'';
UPDATE person_key SET tag = randomblob(16);

-- The names of the keys of people who were deleted: says nothing about them, and stays for disks that are not plugged in today.
CREATE TABLE destroyed_key (
    tag BLOB PRIMARY KEY CHECK (length(tag) = 16)
) STRICT, WITHOUT ROWID;

DROP TRIGGER person_key_destroyed;
CREATE TRIGGER person_key_destroyed AFTER DELETE ON person
BEGIN
    INSERT OR IGNORE INTO destroyed_key (tag) SELECT tag FROM person_key WHERE person = OLD.id;
    DELETE FROM person_key WHERE person = OLD.id;
END;
