-- A site with many doors (docs/decisions/0233-many-doors.md). Without a row in site_progress this box is alone, and the triggers below do nothing.
CREATE TABLE site_progress (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    bucket TEXT NOT NULL DEFAULT '', -- when the bucket was made that this copy is of; '' before the first connection
    revision INTEGER NOT NULL DEFAULT 0, -- of the bucket, up to which its changes are here
    log_row INTEGER NOT NULL DEFAULT 0, -- of audit_event, up to which the server has acknowledged this box's log
    log_sequence INTEGER NOT NULL DEFAULT 0 -- of that row's message in its stream
) STRICT;

-- What is shared: the number that a thing has here, and the id that it has everywhere.
CREATE TABLE site_object (
    kind TEXT NOT NULL CHECK (kind IN ('schedule', 'group', 'holiday', 'person')),
    local INTEGER NOT NULL,
    id TEXT NOT NULL UNIQUE,
    revision INTEGER NOT NULL, -- of the bucket, with which it is here; 0: not in the bucket yet
    version INTEGER NOT NULL DEFAULT 0, -- counts its changes, whatever becomes of the bucket
    digest TEXT NOT NULL DEFAULT '', -- of the document with that version
    PRIMARY KEY (kind, local)
) STRICT, WITHOUT ROWID;

-- The ids of what was removed: whatever else is lost, they never come back.
CREATE TABLE site_removed (
    id TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;

-- What was changed here and has yet to be sent. The number rises with each change, so one that comes while the one before is sent is not lost.
CREATE TABLE site_change (
    kind TEXT NOT NULL,
    local INTEGER NOT NULL,
    number INTEGER NOT NULL DEFAULT 1,
    PRIMARY KEY (kind, local)
) STRICT, WITHOUT ROWID;

-- The rows of all boxes' logs, on a box that collects them.
CREATE TABLE site_log (
    box TEXT NOT NULL,
    row INTEGER NOT NULL,
    at INTEGER NOT NULL,
    kind TEXT NOT NULL,
    person TEXT, -- the id that everybody has everywhere
    reason TEXT,
    actor TEXT NOT NULL,
    details TEXT NOT NULL,
    PRIMARY KEY (box, row)
) STRICT, WITHOUT ROWID;

CREATE INDEX site_log_by_time ON site_log (at);

CREATE TABLE site_log_progress (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    stream TEXT NOT NULL DEFAULT '',
    sequence INTEGER NOT NULL DEFAULT 0
) STRICT;

INSERT INTO site_log_progress (id) VALUES (1);

CREATE TRIGGER site_person_inserted AFTER INSERT ON person
WHEN EXISTS (SELECT 1 FROM site_progress)
BEGIN
    INSERT INTO site_change (kind, local) VALUES ('person', NEW.id) ON CONFLICT DO UPDATE SET number = number + 1;
END;

CREATE TRIGGER site_person_updated AFTER UPDATE ON person
WHEN EXISTS (SELECT 1 FROM site_progress)
BEGIN
    INSERT INTO site_change (kind, local) VALUES ('person', NEW.id) ON CONFLICT DO UPDATE SET number = number + 1;
END;

CREATE TRIGGER site_person_deleted AFTER DELETE ON person
WHEN EXISTS (SELECT 1 FROM site_progress)
BEGIN
    INSERT INTO site_change (kind, local) VALUES ('person', OLD.id) ON CONFLICT DO UPDATE SET number = number + 1;
END;

CREATE TRIGGER site_template_inserted AFTER INSERT ON template
WHEN EXISTS (SELECT 1 FROM site_progress)
BEGIN
    INSERT INTO site_change (kind, local) VALUES ('person', NEW.person) ON CONFLICT DO UPDATE SET number = number + 1;
END;

CREATE TRIGGER site_template_updated AFTER UPDATE ON template
WHEN EXISTS (SELECT 1 FROM site_progress)
BEGIN
    INSERT INTO site_change (kind, local) VALUES ('person', NEW.person) ON CONFLICT DO UPDATE SET number = number + 1;
END;

CREATE TRIGGER site_template_deleted AFTER DELETE ON template
WHEN EXISTS (SELECT 1 FROM site_progress)
BEGIN
    INSERT INTO site_change (kind, local) VALUES ('person', OLD.person) ON CONFLICT DO UPDATE SET number = number + 1;
END;

CREATE TRIGGER site_membership_inserted AFTER INSERT ON people_group_member
WHEN EXISTS (SELECT 1 FROM site_progress)
BEGIN
    INSERT INTO site_change (kind, local) VALUES ('person', NEW.person) ON CONFLICT DO UPDATE SET number = number + 1;
END;

CREATE TRIGGER site_membership_updated AFTER UPDATE ON people_group_member
WHEN EXISTS (SELECT 1 FROM site_progress)
BEGIN
    INSERT INTO site_change (kind, local) VALUES ('person', NEW.person) ON CONFLICT DO UPDATE SET number = number + 1;
END;

CREATE TRIGGER site_membership_deleted AFTER DELETE ON people_group_member
WHEN EXISTS (SELECT 1 FROM site_progress)
BEGIN
    INSERT INTO site_change (kind, local) VALUES ('person', OLD.person) ON CONFLICT DO UPDATE SET number = number + 1;
END;

CREATE TRIGGER site_own_schedule_inserted AFTER INSERT ON person_schedule
WHEN EXISTS (SELECT 1 FROM site_progress)
BEGIN
    INSERT INTO site_change (kind, local) VALUES ('person', NEW.person) ON CONFLICT DO UPDATE SET number = number + 1;
END;

CREATE TRIGGER site_own_schedule_updated AFTER UPDATE ON person_schedule
WHEN EXISTS (SELECT 1 FROM site_progress)
BEGIN
    INSERT INTO site_change (kind, local) VALUES ('person', NEW.person) ON CONFLICT DO UPDATE SET number = number + 1;
END;

CREATE TRIGGER site_own_schedule_deleted AFTER DELETE ON person_schedule
WHEN EXISTS (SELECT 1 FROM site_progress)
BEGIN
    INSERT INTO site_change (kind, local) VALUES ('person', OLD.person) ON CONFLICT DO UPDATE SET number = number + 1;
END;

CREATE TRIGGER site_group_inserted AFTER INSERT ON people_group
WHEN EXISTS (SELECT 1 FROM site_progress)
BEGIN
    INSERT INTO site_change (kind, local) VALUES ('group', NEW.id) ON CONFLICT DO UPDATE SET number = number + 1;
END;

CREATE TRIGGER site_group_updated AFTER UPDATE ON people_group
WHEN EXISTS (SELECT 1 FROM site_progress)
BEGIN
    INSERT INTO site_change (kind, local) VALUES ('group', NEW.id) ON CONFLICT DO UPDATE SET number = number + 1;
END;

CREATE TRIGGER site_group_deleted AFTER DELETE ON people_group
WHEN EXISTS (SELECT 1 FROM site_progress)
BEGIN
    INSERT INTO site_change (kind, local) VALUES ('group', OLD.id) ON CONFLICT DO UPDATE SET number = number + 1;
END;

CREATE TRIGGER site_group_schedule_inserted AFTER INSERT ON people_group_schedule
WHEN EXISTS (SELECT 1 FROM site_progress)
BEGIN
    INSERT INTO site_change (kind, local) VALUES ('group', NEW.people_group) ON CONFLICT DO UPDATE SET number = number + 1;
END;

CREATE TRIGGER site_group_schedule_updated AFTER UPDATE ON people_group_schedule
WHEN EXISTS (SELECT 1 FROM site_progress)
BEGIN
    INSERT INTO site_change (kind, local) VALUES ('group', NEW.people_group) ON CONFLICT DO UPDATE SET number = number + 1;
END;

CREATE TRIGGER site_group_schedule_deleted AFTER DELETE ON people_group_schedule
WHEN EXISTS (SELECT 1 FROM site_progress)
BEGIN
    INSERT INTO site_change (kind, local) VALUES ('group', OLD.people_group) ON CONFLICT DO UPDATE SET number = number + 1;
END;

CREATE TRIGGER site_schedule_inserted AFTER INSERT ON schedule
WHEN EXISTS (SELECT 1 FROM site_progress)
BEGIN
    INSERT INTO site_change (kind, local) VALUES ('schedule', NEW.id) ON CONFLICT DO UPDATE SET number = number + 1;
END;

CREATE TRIGGER site_schedule_updated AFTER UPDATE ON schedule
WHEN EXISTS (SELECT 1 FROM site_progress)
BEGIN
    INSERT INTO site_change (kind, local) VALUES ('schedule', NEW.id) ON CONFLICT DO UPDATE SET number = number + 1;
END;

CREATE TRIGGER site_schedule_deleted AFTER DELETE ON schedule
WHEN EXISTS (SELECT 1 FROM site_progress)
BEGIN
    INSERT INTO site_change (kind, local) VALUES ('schedule', OLD.id) ON CONFLICT DO UPDATE SET number = number + 1;
END;

CREATE TRIGGER site_period_inserted AFTER INSERT ON schedule_period
WHEN EXISTS (SELECT 1 FROM site_progress)
BEGIN
    INSERT INTO site_change (kind, local) VALUES ('schedule', NEW.schedule) ON CONFLICT DO UPDATE SET number = number + 1;
END;

CREATE TRIGGER site_period_updated AFTER UPDATE ON schedule_period
WHEN EXISTS (SELECT 1 FROM site_progress)
BEGIN
    INSERT INTO site_change (kind, local) VALUES ('schedule', NEW.schedule) ON CONFLICT DO UPDATE SET number = number + 1;
END;

CREATE TRIGGER site_period_deleted AFTER DELETE ON schedule_period
WHEN EXISTS (SELECT 1 FROM site_progress)
BEGIN
    INSERT INTO site_change (kind, local) VALUES ('schedule', OLD.schedule) ON CONFLICT DO UPDATE SET number = number + 1;
END;

CREATE TRIGGER site_holiday_inserted AFTER INSERT ON holiday
WHEN EXISTS (SELECT 1 FROM site_progress)
BEGIN
    INSERT INTO site_change (kind, local) VALUES ('holiday', NEW.id) ON CONFLICT DO UPDATE SET number = number + 1;
END;

CREATE TRIGGER site_holiday_updated AFTER UPDATE ON holiday
WHEN EXISTS (SELECT 1 FROM site_progress)
BEGIN
    INSERT INTO site_change (kind, local) VALUES ('holiday', NEW.id) ON CONFLICT DO UPDATE SET number = number + 1;
END;

CREATE TRIGGER site_holiday_deleted AFTER DELETE ON holiday
WHEN EXISTS (SELECT 1 FROM site_progress)
BEGIN
    INSERT INTO site_change (kind, local) VALUES ('holiday', OLD.id) ON CONFLICT DO UPDATE SET number = number + 1;
END;

