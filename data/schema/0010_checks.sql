-- The last check of each thing that an outside service stands behind: kind is that of an
-- asset, or provider.  A reading, with no event: what is checked does not change.
CREATE TABLE checks (
	kind TEXT NOT NULL CHECK (kind <> ''),
	thing TEXT NOT NULL CHECK (thing <> ''),
	checked INTEGER NOT NULL,
	fields INTEGER NOT NULL,		-- a number for how it was set then
	status TEXT NOT NULL CHECK (status IN ('ok', 'warn', 'fail', 'skip')),
	answer TEXT NOT NULL,			-- JSON, model/check/check.h
	PRIMARY KEY (kind, thing)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER asset_takes_its_check AFTER DELETE ON assets
BEGIN
	DELETE FROM checks WHERE kind = OLD.kind AND thing = OLD.id;
END;
CREATE TRIGGER provider_takes_its_check AFTER DELETE ON providers
BEGIN
	DELETE FROM checks WHERE kind = 'provider' AND thing = OLD.id;
END;
