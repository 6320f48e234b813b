-- Who asks for a higher level on a project (D32), and what came of it: type is "open",
-- or how it ended; name is what was said with it; config has the ids of the person and
-- the project, the level, the time and the answer (model/asked/level_request.h).  One open, or the
-- last one ended, of each person and project.
CREATE TABLE requests (
	n INTEGER PRIMARY KEY,
	id TEXT NOT NULL UNIQUE CHECK (id <> ''),
	type TEXT NOT NULL CHECK (type IN ('open', 'granted', 'less', 'declined',
		'reached', 'closed')),
	name TEXT NOT NULL,
	config TEXT NOT NULL
) STRICT;
