-- Who made an asset, and when; who asked for a schema refresh of it, when, and how
-- often.  Of what stood here before that is not known: 0 and ''.
ALTER TABLE assets ADD COLUMN created INTEGER NOT NULL DEFAULT 0;
ALTER TABLE assets ADD COLUMN created_by TEXT NOT NULL DEFAULT '';
ALTER TABLE assets ADD COLUMN refresh_asks INTEGER NOT NULL DEFAULT 0;
ALTER TABLE assets ADD COLUMN refresh_asked INTEGER NOT NULL DEFAULT 0;
ALTER TABLE assets ADD COLUMN refresh_asked_by TEXT NOT NULL DEFAULT '';
-- The public half of the key with which the workspace signs in to SSH servers.
ALTER TABLE workspace ADD COLUMN ssh_public_key TEXT NOT NULL DEFAULT '';
