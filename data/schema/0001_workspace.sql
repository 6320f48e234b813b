-- The workspace: what it has, and who may do what with it.
--
-- n is a row's number in the store and never leaves it; id is the text by which
-- people and files name a thing.  Levels are 1 app_only .. 4 full_access (0:
-- none); times are microseconds since 1970 UTC (0: never).

-- Of this file only, never exported.
CREATE TABLE origin (
	n INTEGER PRIMARY KEY CHECK (n = 1),
	operator TEXT NOT NULL,
	demo INTEGER NOT NULL CHECK (demo IN (0, 1))
) STRICT;

CREATE TABLE users (
	n INTEGER PRIMARY KEY CHECK (n > 0),
	id TEXT NOT NULL UNIQUE CHECK (id <> ''),
	email TEXT NOT NULL,
	email_key TEXT NOT NULL UNIQUE,		-- without regard to case
	name TEXT NOT NULL,
	unix_login TEXT,
	role TEXT NOT NULL CHECK (role IN
		('admin', 'manager', 'editor', 'explorer', 'viewer', 'guest')),
	active INTEGER NOT NULL CHECK (active IN (0, 1)),
	last_login INTEGER NOT NULL
) STRICT;

CREATE TABLE groups (
	n INTEGER PRIMARY KEY,
	id TEXT NOT NULL UNIQUE CHECK (id <> ''),
	name TEXT NOT NULL			-- not unique (D27)
) STRICT;

CREATE TABLE members (
	group_n INTEGER NOT NULL REFERENCES groups ON DELETE CASCADE,
	user_n INTEGER NOT NULL REFERENCES users,
	PRIMARY KEY (group_n, user_n)
) STRICT, WITHOUT ROWID;

CREATE TABLE assets (
	n INTEGER PRIMARY KEY,
	id TEXT NOT NULL UNIQUE CHECK (id <> ''),
	kind TEXT NOT NULL,
	name TEXT NOT NULL,
	type TEXT NOT NULL,
	config TEXT NOT NULL,
	description TEXT NOT NULL,
	status TEXT NOT NULL CHECK (status IN
		('draft', 'untested', 'ok', 'error')),
	updated INTEGER NOT NULL,
	updated_by TEXT NOT NULL,
	refreshed INTEGER NOT NULL,
	builtin INTEGER NOT NULL CHECK (builtin BETWEEN 0 AND 7)
) STRICT;
CREATE UNIQUE INDEX secret_name ON assets (name) WHERE kind = 'secret';

CREATE TABLE asset_groups (
	asset_n INTEGER NOT NULL REFERENCES assets ON DELETE CASCADE,
	group_n INTEGER NOT NULL REFERENCES groups ON DELETE CASCADE,
	PRIMARY KEY (asset_n, group_n)
) STRICT, WITHOUT ROWID;
CREATE INDEX asset_groups_of ON asset_groups (group_n);

CREATE TABLE projects (
	n INTEGER PRIMARY KEY,
	id TEXT NOT NULL UNIQUE CHECK (id <> ''),
	title TEXT NOT NULL,
	description TEXT NOT NULL,
	status TEXT NOT NULL,
	categories TEXT NOT NULL,
	owner_n INTEGER NOT NULL REFERENCES users,
	state TEXT NOT NULL CHECK (state IN ('active', 'archived', 'trashed')),
	trashed INTEGER NOT NULL,
	editors_may_share INTEGER NOT NULL CHECK (editors_may_share IN (0, 1)),
	share_switched INTEGER NOT NULL,
	share_switched_by TEXT NOT NULL,
	workspace INTEGER NOT NULL CHECK (workspace BETWEEN 0 AND 4),
	public_web INTEGER NOT NULL CHECK (public_web BETWEEN 0 AND 2)	-- D24
) STRICT;

CREATE TABLE grant_users (
	project_n INTEGER NOT NULL REFERENCES projects ON DELETE CASCADE,
	user_n INTEGER NOT NULL REFERENCES users,
	level INTEGER NOT NULL CHECK (level BETWEEN 1 AND 4),
	PRIMARY KEY (project_n, user_n)
) STRICT, WITHOUT ROWID;

CREATE TABLE grant_groups (
	project_n INTEGER NOT NULL REFERENCES projects ON DELETE CASCADE,
	group_n INTEGER NOT NULL REFERENCES groups ON DELETE CASCADE,
	level INTEGER NOT NULL CHECK (level BETWEEN 1 AND 4),
	PRIMARY KEY (project_n, group_n)
) STRICT, WITHOUT ROWID;
CREATE INDEX grant_groups_of ON grant_groups (group_n);

CREATE TABLE imports (
	project_n INTEGER NOT NULL REFERENCES projects ON DELETE CASCADE,
	asset_n INTEGER NOT NULL REFERENCES assets ON DELETE CASCADE,
	PRIMARY KEY (project_n, asset_n)
) STRICT, WITHOUT ROWID;
CREATE INDEX imports_of ON imports (asset_n);

-- A project's own connections and secrets: no effect on levels (F096).
CREATE TABLE own_assets (
	project_n INTEGER NOT NULL REFERENCES projects ON DELETE CASCADE,
	id TEXT NOT NULL,
	kind TEXT NOT NULL,
	name TEXT NOT NULL,
	type TEXT NOT NULL,
	config TEXT NOT NULL,
	PRIMARY KEY (project_n, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE providers (
	n INTEGER PRIMARY KEY,
	id TEXT NOT NULL UNIQUE CHECK (id <> ''),
	type TEXT NOT NULL,
	name TEXT NOT NULL,
	config TEXT NOT NULL
) STRICT;

-- One row; so there is at most one default connection (A09).
CREATE TABLE workspace (
	n INTEGER PRIMARY KEY CHECK (n = 1),
	name TEXT NOT NULL,
	plan TEXT NOT NULL CHECK (plan IN
		('community', 'professional', 'team', 'enterprise')),
	share_to_web INTEGER NOT NULL CHECK (share_to_web IN (0, 1)),
	api_access INTEGER NOT NULL CHECK (api_access IN (0, 1)),
	show_secret_values INTEGER NOT NULL
		CHECK (show_secret_values IN (0, 1)),
	token_max_days INTEGER NOT NULL CHECK (token_max_days >= 0),
	default_n INTEGER REFERENCES assets ON DELETE SET NULL	-- D18
) STRICT;
CREATE TRIGGER default_is_connection BEFORE UPDATE OF default_n ON workspace
WHEN NEW.default_n IS NOT NULL AND NOT EXISTS (SELECT 1 FROM assets
	WHERE n = NEW.default_n AND kind = 'data_connection')
BEGIN
	SELECT RAISE(ABORT, 'the default must be a data connection');
END;

-- A workspace that has had an active Admin keeps one (D26).  witness_n is one of
-- them, NULL before the first.  When the last one falls it becomes 0, which is
-- nobody, and the transaction cannot commit until another has risen: so an
-- import may clear the table, and no order of statements is wrong in itself.
CREATE TABLE last_admin (
	n INTEGER PRIMARY KEY CHECK (n = 1),
	witness_n INTEGER REFERENCES users DEFERRABLE INITIALLY DEFERRED
) STRICT;
INSERT INTO last_admin VALUES (1, NULL);
CREATE INDEX active_admins ON users (n) WHERE role = 'admin' AND active = 1;
CREATE TRIGGER admin_arrives AFTER INSERT ON users
WHEN NEW.role = 'admin' AND NEW.active = 1
BEGIN
	UPDATE last_admin SET witness_n = NEW.n
	WHERE witness_n IS NULL OR witness_n = 0;
END;
CREATE TRIGGER admin_rises AFTER UPDATE OF role, active ON users
WHEN NEW.role = 'admin' AND NEW.active = 1
BEGIN
	UPDATE last_admin SET witness_n = NEW.n
	WHERE witness_n IS NULL OR witness_n = 0;
END;
CREATE TRIGGER admin_falls AFTER UPDATE OF role, active ON users
WHEN NOT (NEW.role = 'admin' AND NEW.active = 1)
	AND NEW.n = (SELECT witness_n FROM last_admin)
BEGIN
	UPDATE last_admin SET witness_n = coalesce((SELECT n FROM users
		WHERE role = 'admin' AND active = 1 LIMIT 1), 0);
END;
CREATE TRIGGER admin_goes BEFORE DELETE ON users
WHEN OLD.n = (SELECT witness_n FROM last_admin)
BEGIN
	UPDATE last_admin SET witness_n = coalesce((SELECT n FROM users
		WHERE role = 'admin' AND active = 1 AND n <> OLD.n LIMIT 1), 0);
END;
