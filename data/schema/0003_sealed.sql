-- Sealed values of shared assets: never plain text.
CREATE TABLE sealed (
	asset_n INTEGER NOT NULL REFERENCES assets ON DELETE CASCADE,
	field TEXT NOT NULL,
	version INTEGER NOT NULL CHECK (version > 0),
	epoch INTEGER NOT NULL CHECK (epoch > 0),
	value BLOB NOT NULL,
	PRIMARY KEY (asset_n, field)
) STRICT, WITHOUT ROWID;
