-- The audit log: one row a committed change, only ever appended to, each
-- carrying the hash of the one before it.  seq is the revision of the store.
CREATE TABLE events (
	seq INTEGER PRIMARY KEY,
	time INTEGER NOT NULL,
	op_id TEXT NOT NULL UNIQUE CHECK (op_id <> ''),
	actor TEXT NOT NULL CHECK (actor <> ''),
	acting_as TEXT,
	login TEXT,
	client TEXT,
	tty TEXT,
	verb TEXT NOT NULL CHECK (verb <> ''),
	targets TEXT NOT NULL,
	summary TEXT NOT NULL,
	edits TEXT NOT NULL,
	prev BLOB NOT NULL CHECK (length(prev) = 32),
	hash BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;
CREATE TRIGGER events_are_kept BEFORE DELETE ON events
BEGIN
	SELECT RAISE(ABORT, 'events are only ever appended');
END;
CREATE TRIGGER events_stay BEFORE UPDATE ON events
BEGIN
	SELECT RAISE(ABORT, 'events are only ever appended');
END;
CREATE TRIGGER events_follow BEFORE INSERT ON events
WHEN NEW.seq IS NOT coalesce((SELECT max(seq) FROM events), 0) + 1
	OR NEW.prev IS NOT coalesce(
		(SELECT hash FROM events ORDER BY seq DESC LIMIT 1),
x'0000000000000000000000000000000000000000000000000000000000000000')
BEGIN
	SELECT RAISE(ABORT, 'an event must follow the last one');
END;
