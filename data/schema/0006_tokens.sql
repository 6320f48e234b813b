-- API tokens that were made in the product, as far as they are registered here: never
-- their value.
CREATE TABLE tokens (
	n INTEGER PRIMARY KEY,
	id TEXT NOT NULL UNIQUE CHECK (id <> ''),
	type TEXT NOT NULL CHECK (type IN ('personal', 'workspace')),
	name TEXT NOT NULL,
	config TEXT NOT NULL
) STRICT;
