-- The vault: whose keys there are, the key of the present epoch as it was sealed for
-- each of them, and what each is signed by.  Nothing here opens without a passphrase.
-- Keys that were signed are never taken out: what they signed stays to be checked.
CREATE TABLE vault_keys (
	n INTEGER PRIMARY KEY CHECK (n > 0),
	who TEXT NOT NULL CHECK (who <> ''),	-- a user's id; or, without
						-- a seed, the recovery key
	public_box BLOB NOT NULL CHECK (length(public_box) = 32),
	public_sign BLOB NOT NULL CHECK (length(public_sign) = 32),
	kept BLOB CHECK (kept <> x''),		-- the seed under a passphrase
	made INTEGER NOT NULL,			-- revisions
	since INTEGER,
	until INTEGER CHECK (until > since),
	by_n INTEGER REFERENCES vault_keys,
	signature BLOB CHECK (length(signature) = 64),
	CHECK ((since IS NULL) = (by_n IS NULL)),
	CHECK ((since IS NULL) = (signature IS NULL))
) STRICT;
CREATE UNIQUE INDEX vault_one_key_each ON vault_keys (who, kept IS NULL) WHERE until IS NULL;
CREATE TABLE vault (
	one INTEGER PRIMARY KEY CHECK (one = 1),
	id TEXT NOT NULL CHECK (id <> ''),
	root_n INTEGER NOT NULL REFERENCES vault_keys
) STRICT;
CREATE TABLE vault_epochs (
	epoch INTEGER PRIMARY KEY CHECK (epoch > 0),
	commitment BLOB NOT NULL CHECK (length(commitment) = 32),
	made INTEGER NOT NULL,
	by_n INTEGER NOT NULL REFERENCES vault_keys,
	signature BLOB NOT NULL CHECK (length(signature) = 64)
) STRICT;
CREATE TABLE vault_grants (
	epoch INTEGER NOT NULL REFERENCES vault_epochs,
	key_n INTEGER NOT NULL REFERENCES vault_keys,
	by_n INTEGER NOT NULL REFERENCES vault_keys,
	value BLOB NOT NULL,
	PRIMARY KEY (epoch, key_n)
) STRICT, WITHOUT ROWID;
-- Sealed values of whatever has fields that are secret: kind is that of an asset, or
-- provider, or token; project is the id of the one whose own it is, else ''.  Nothing
-- was ever written to the table that this takes the place of.
DROP TABLE sealed;
CREATE TABLE vault_values (
	kind TEXT NOT NULL CHECK (kind <> ''),
	project TEXT NOT NULL,
	thing TEXT NOT NULL CHECK (thing <> ''),
	field TEXT NOT NULL CHECK (field <> ''),
	version INTEGER NOT NULL CHECK (version > 0),
	epoch INTEGER NOT NULL CHECK (epoch > 0),
	origin TEXT NOT NULL,			-- where it may be sent, or ''
	set_at INTEGER NOT NULL,
	set_by TEXT NOT NULL,
	value BLOB NOT NULL,
	PRIMARY KEY (kind, project, thing, field)
) STRICT, WITHOUT ROWID;
-- A value goes with what has it.
CREATE TRIGGER asset_takes_its_values AFTER DELETE ON assets
BEGIN
	DELETE FROM vault_values WHERE kind = OLD.kind AND project = ''
		AND thing = OLD.id;
END;
CREATE TRIGGER own_takes_its_values BEFORE DELETE ON own_assets
BEGIN
	DELETE FROM vault_values WHERE kind = OLD.kind AND thing = OLD.id
		AND project = (SELECT id FROM projects WHERE n = OLD.project_n);
END;
CREATE TRIGGER project_takes_its_values BEFORE DELETE ON projects
BEGIN
	DELETE FROM vault_values WHERE project = OLD.id;
END;
CREATE TRIGGER provider_takes_its_values AFTER DELETE ON providers
BEGIN
	DELETE FROM vault_values WHERE kind = 'provider' AND thing = OLD.id;
END;
CREATE TRIGGER token_takes_its_values AFTER DELETE ON tokens
BEGIN
	DELETE FROM vault_values WHERE kind = 'token' AND thing = OLD.id;
END;
