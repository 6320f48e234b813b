-- Who made the store acts as its Admin only until an active Admin is linked to a
-- login: then that right ends for good, so that nobody who was demoted or
-- deactivated comes back by that door (INTERFACES 2).
ALTER TABLE origin ADD COLUMN ended INTEGER NOT NULL DEFAULT 0
	CHECK (ended IN (0, 1));
-- Of an older store the present and the past are asked: is an active Admin linked,
-- or is, or was, its maker somebody of this workspace?
UPDATE origin SET ended = 1 WHERE EXISTS (SELECT 1 FROM users
		WHERE role = 'admin' AND active = 1 AND unix_login IS NOT NULL)
	OR EXISTS (SELECT 1 FROM users WHERE unix_login = operator)
	OR EXISTS (SELECT 1 FROM events WHERE login = operator
		AND actor NOT LIKE 'operator:%');
CREATE TRIGGER linked_admin_arrives AFTER INSERT ON users
WHEN NEW.role = 'admin' AND NEW.active = 1 AND NEW.unix_login IS NOT NULL
BEGIN
	UPDATE origin SET ended = 1 WHERE ended = 0;
END;
CREATE TRIGGER linked_admin_rises AFTER UPDATE OF role, active, unix_login ON users
WHEN NEW.role = 'admin' AND NEW.active = 1 AND NEW.unix_login IS NOT NULL
BEGIN
	UPDATE origin SET ended = 1 WHERE ended = 0;
END;
CREATE TRIGGER what_ended_stays_so BEFORE UPDATE ON origin
WHEN OLD.ended = 1 AND NEW.ended IS NOT 1
BEGIN
	SELECT RAISE(ABORT, 'the operator''s right has ended');
END;
