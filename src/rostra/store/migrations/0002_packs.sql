-- Packs of a user's own knowledge, kept byte for byte so that a case replays where the folder is not; and what an
-- imported register was named with, so that importing it again adds nothing unless the knowledge has changed.
CREATE TABLE packs (
    name TEXT PRIMARY KEY,
    version TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    added TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE pack_files (
    pack TEXT NOT NULL REFERENCES packs (name) ON DELETE CASCADE,
    name TEXT NOT NULL,
    packed BLOB NOT NULL,
    PRIMARY KEY (pack, name)
) WITHOUT ROWID;
ALTER TABLE reference_files ADD COLUMN fingerprint TEXT NOT NULL DEFAULT '';
