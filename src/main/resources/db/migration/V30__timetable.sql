-- Who may come when: named schedules, groups of people, holidays.
CREATE TABLE schedule (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
    name_key TEXT NOT NULL UNIQUE, -- the name without case and accents
    built_in INTEGER NOT NULL DEFAULT 0 CHECK (built_in IN (0, 1)), -- 'always' and 'never', which nobody edits
    ignores_holidays INTEGER NOT NULL DEFAULT 0 CHECK (ignores_holidays IN (0, 1))
) STRICT;

-- Minutes of the day, by the clock on the wall; an end not after the start is on the next day.
CREATE TABLE schedule_period (
    schedule INTEGER NOT NULL REFERENCES schedule (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    days INTEGER NOT NULL CHECK (days BETWEEN 1 AND 255), -- bit 0 is Monday, bit 6 Sunday, bit 7 holidays
    starts INTEGER NOT NULL CHECK (starts BETWEEN 0 AND 1439),
    ends INTEGER NOT NULL CHECK (ends BETWEEN 0 AND 1439),
    PRIMARY KEY (schedule, position)
) STRICT;

INSERT INTO schedule (id, name, name_key, built_in, ignores_holidays) VALUES (1, 'always', 'always', 1, 1);
INSERT INTO schedule_period (schedule, position, days, starts, ends) VALUES (1, 0, 127, 0, 0);
INSERT INTO schedule (id, name, name_key, built_in) VALUES (2, 'never', 'never', 1);

CREATE TABLE people_group (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
    name_key TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE people_group_member (
    people_group INTEGER NOT NULL REFERENCES people_group (id) ON DELETE CASCADE,
    person INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    PRIMARY KEY (people_group, person)
) STRICT;

CREATE INDEX people_group_member_by_person ON people_group_member (person);

-- A schedule that somebody has cannot be deleted: its people would silently fall back to the default one.
CREATE TABLE people_group_schedule (
    people_group INTEGER NOT NULL REFERENCES people_group (id) ON DELETE CASCADE,
    schedule INTEGER NOT NULL REFERENCES schedule (id),
    PRIMARY KEY (people_group, schedule)
) STRICT;

CREATE INDEX people_group_schedule_by_schedule ON people_group_schedule (schedule);

CREATE TABLE person_schedule (
    person INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    schedule INTEGER NOT NULL REFERENCES schedule (id),
    PRIMARY KEY (person, schedule)
) STRICT;

CREATE INDEX person_schedule_by_schedule ON person_schedule (schedule);

-- Days by the site's calendar, written 2026-12-25.
CREATE TABLE holiday (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
    first_day TEXT NOT NULL CHECK (first_day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    last_day TEXT NOT NULL CHECK (last_day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    every_year INTEGER NOT NULL CHECK (every_year IN (0, 1)),
    CHECK (first_day <= last_day),
    UNIQUE (name, first_day, last_day, every_year)
) STRICT;

CREATE TABLE timetable_setting (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    default_schedule INTEGER NOT NULL REFERENCES schedule (id), -- of people who have none, neither own nor by a group
    door_schedule INTEGER REFERENCES schedule (id), -- when the door stands unlocked; NULL: never by itself
    door_waits INTEGER NOT NULL CHECK (door_waits IN (0, 1)) -- each time until the first person was let in
) STRICT;

INSERT INTO timetable_setting (id, default_schedule, door_schedule, door_waits) VALUES (1, 1, NULL, 0);

-- Counts every change, whoever makes it: a running process polls it to see the writes of another.
CREATE TABLE timetable_revision (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    value INTEGER NOT NULL
) STRICT;

INSERT INTO timetable_revision (id, value) VALUES (1, 0);

CREATE TRIGGER schedule_inserted AFTER INSERT ON schedule
BEGIN
    UPDATE timetable_revision SET value = value + 1;
END;

CREATE TRIGGER schedule_updated AFTER UPDATE ON schedule
BEGIN
    UPDATE timetable_revision SET value = value + 1;
END;

CREATE TRIGGER schedule_deleted AFTER DELETE ON schedule
BEGIN
    UPDATE timetable_revision SET value = value + 1;
END;

CREATE TRIGGER schedule_period_inserted AFTER INSERT ON schedule_period
BEGIN
    UPDATE timetable_revision SET value = value + 1;
END;

CREATE TRIGGER schedule_period_updated AFTER UPDATE ON schedule_period
BEGIN
    UPDATE timetable_revision SET value = value + 1;
END;

CREATE TRIGGER schedule_period_deleted AFTER DELETE ON schedule_period
BEGIN
    UPDATE timetable_revision SET value = value + 1;
END;

CREATE TRIGGER people_group_inserted AFTER INSERT ON people_group
BEGIN
    UPDATE timetable_revision SET value = value + 1;
END;

CREATE TRIGGER people_group_updated AFTER UPDATE ON people_group
BEGIN
    UPDATE timetable_revision SET value = value + 1;
END;

CREATE TRIGGER people_group_deleted AFTER DELETE ON people_group
BEGIN
    UPDATE timetable_revision SET value = value + 1;
END;

CREATE TRIGGER people_group_member_inserted AFTER INSERT ON people_group_member
BEGIN
    UPDATE timetable_revision SET value = value + 1;
END;

CREATE TRIGGER people_group_member_updated AFTER UPDATE ON people_group_member
BEGIN
    UPDATE timetable_revision SET value = value + 1;
END;

CREATE TRIGGER people_group_member_deleted AFTER DELETE ON people_group_member
BEGIN
    UPDATE timetable_revision SET value = value + 1;
END;

CREATE TRIGGER people_group_schedule_inserted AFTER INSERT ON people_group_schedule
BEGIN
    UPDATE timetable_revision SET value = value + 1;
END;

CREATE TRIGGER people_group_schedule_updated AFTER UPDATE ON people_group_schedule
BEGIN
    UPDATE timetable_revision SET value = value + 1;
END;

CREATE TRIGGER people_group_schedule_deleted AFTER DELETE ON people_group_schedule
BEGIN
    UPDATE timetable_revision SET value = value + 1;
END;

CREATE TRIGGER person_schedule_inserted AFTER INSERT ON person_schedule
BEGIN
    UPDATE timetable_revision SET value = value + 1;
END;

CREATE TRIGGER person_schedule_updated AFTER UPDATE ON person_schedule
BEGIN
    UPDATE timetable_revision SET value = value + 1;
END;

CREATE TRIGGER person_schedule_deleted AFTER DELETE ON person_schedule
BEGIN
    UPDATE timetable_revision SET value = value + 1;
END;

CREATE TRIGGER holiday_inserted AFTER INSERT ON holiday
BEGIN
    UPDATE timetable_revision SET value = value + 1;
END;

CREATE TRIGGER holiday_updated AFTER UPDATE ON holiday
BEGIN
    UPDATE timetable_revision SET value = value + 1;
END;

CREATE TRIGGER holiday_deleted AFTER DELETE ON holiday
BEGIN
    UPDATE timetable_revision SET value = value + 1;
END;

CREATE TRIGGER timetable_setting_inserted AFTER INSERT ON timetable_setting
BEGIN
    UPDATE timetable_revision SET value = value + 1;
END;

CREATE TRIGGER timetable_setting_updated AFTER UPDATE ON timetable_setting
BEGIN
    UPDATE timetable_revision SET value = value + 1;
END;

CREATE TRIGGER timetable_setting_deleted AFTER DELETE ON timetable_setting
BEGIN
    UPDATE timetable_revision SET value = value + 1;
END;
