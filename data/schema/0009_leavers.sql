-- What somebody could open whose key of the vault was revoked: each to be changed where it
-- is used, and ticked off.  As it was then: the thing may be gone by now.
CREATE TABLE vault_leavers (
	n INTEGER PRIMARY KEY,
	who TEXT NOT NULL CHECK (who <> ''),	-- a user's id
	email TEXT NOT NULL,
	kind TEXT NOT NULL CHECK (kind <> ''),
	project TEXT NOT NULL,
	thing TEXT NOT NULL CHECK (thing <> ''),
	field TEXT NOT NULL CHECK (field <> ''),
	name TEXT NOT NULL,
	since INTEGER NOT NULL,			-- times
	until INTEGER NOT NULL,
	opened INTEGER NOT NULL CHECK (opened >= 0),
	done INTEGER,
	done_by TEXT,
	how TEXT CHECK (how IN ('ticked', 'new value')),
	CHECK ((done IS NULL) = (done_by IS NULL)),
	CHECK ((done IS NULL) = (how IS NULL)),
	UNIQUE (who, kind, project, thing, field, until)
) STRICT;
