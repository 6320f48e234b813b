-- Why something was done, in the words of who did it; and where checkpoints of the
-- log are written (SECURITY 5): NULL is the file beside the store.
ALTER TABLE events ADD COLUMN reason TEXT;
ALTER TABLE origin ADD COLUMN checkpoints TEXT;
