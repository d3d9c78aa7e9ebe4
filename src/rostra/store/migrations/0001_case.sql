-- A case: what was read, what was found in it, what it was compared with, and why each record stands.
CREATE TABLE runs (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    version TEXT NOT NULL,
    engine TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    options TEXT NOT NULL,
    files TEXT NOT NULL,
    started TEXT NOT NULL,
    finished TEXT
);
CREATE TABLE raws (
    sha256 TEXT PRIMARY KEY,
    size INTEGER NOT NULL,
    packed BLOB NOT NULL
) WITHOUT ROWID;
CREATE TABLE documents (
    position INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    sha256 TEXT NOT NULL,
    source TEXT,
    fingerprint TEXT NOT NULL,
    run INTEGER REFERENCES runs (number),
    lang TEXT NOT NULL,
    outlet TEXT,
    first TEXT,
    last TEXT,
    text TEXT NOT NULL,
    folded TEXT NOT NULL,
    offsets BLOB NOT NULL,
    record TEXT NOT NULL
);
CREATE INDEX documents_by_source ON documents (sha256, source);
CREATE VIRTUAL TABLE documents_text USING fts5 (
    folded, content = 'documents', content_rowid = 'position', tokenize = "unicode61 remove_diacritics 2"
);
CREATE TRIGGER documents_text_added AFTER INSERT ON documents BEGIN
    INSERT INTO documents_text (rowid, folded) VALUES (new.position, new.folded);
END;
CREATE TRIGGER documents_text_removed AFTER DELETE ON documents BEGIN
    INSERT INTO documents_text (documents_text, rowid, folded) VALUES ('delete', old.position, old.folded);
END;
CREATE TABLE mentions (
    document INTEGER NOT NULL REFERENCES documents (position) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    id TEXT NOT NULL,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    entity TEXT,
    record TEXT NOT NULL,
    PRIMARY KEY (document, ordinal)
) WITHOUT ROWID;
CREATE INDEX mentions_by_id ON mentions (id);
CREATE TABLE quotes (
    document INTEGER NOT NULL REFERENCES documents (position) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    id TEXT NOT NULL,
    kind TEXT NOT NULL,
    speaker TEXT,
    words TEXT NOT NULL,
    record TEXT NOT NULL,
    PRIMARY KEY (document, ordinal)
) WITHOUT ROWID;
CREATE INDEX quotes_by_id ON quotes (id);
CREATE TABLE claims (
    document INTEGER NOT NULL REFERENCES documents (position) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    id TEXT NOT NULL,
    type TEXT NOT NULL,
    holder TEXT,
    target TEXT,
    equipment TEXT,
    equipment_id TEXT,
    speaker TEXT,
    modality TEXT NOT NULL,
    negated INTEGER NOT NULL,
    words TEXT NOT NULL,
    record TEXT NOT NULL,
    PRIMARY KEY (document, ordinal)
) WITHOUT ROWID;
CREATE INDEX claims_by_id ON claims (id);
CREATE INDEX claims_by_type ON claims (type);
CREATE TABLE findings (
    document INTEGER NOT NULL REFERENCES documents (position) ON DELETE CASCADE,
    claim_ordinal INTEGER NOT NULL,
    ordinal INTEGER NOT NULL,
    id TEXT NOT NULL,
    claim TEXT NOT NULL,
    verdict TEXT NOT NULL,
    rule TEXT NOT NULL,
    record TEXT NOT NULL,
    PRIMARY KEY (document, claim_ordinal, ordinal)
) WITHOUT ROWID;
CREATE INDEX findings_by_id ON findings (id);
CREATE INDEX findings_by_claim ON findings (claim);
CREATE TABLE reference_files (
    number INTEGER PRIMARY KEY,
    sha256 TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    snapshot TEXT,
    imported TEXT NOT NULL
);
CREATE TABLE reference_rows (
    file INTEGER NOT NULL REFERENCES reference_files (number) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    id TEXT NOT NULL,
    row INTEGER NOT NULL,
    subject TEXT NOT NULL,
    item TEXT NOT NULL,
    item_id TEXT,
    state TEXT NOT NULL,
    record TEXT NOT NULL,
    PRIMARY KEY (file, ordinal)
) WITHOUT ROWID;
CREATE INDEX reference_rows_by_id ON reference_rows (id);
CREATE INDEX reference_rows_by_subject ON reference_rows (subject);
CREATE TABLE refusals (
    number INTEGER PRIMARY KEY,
    document INTEGER REFERENCES documents (position) ON DELETE CASCADE,
    file INTEGER REFERENCES reference_files (number) ON DELETE CASCADE,
    source TEXT,
    stage TEXT NOT NULL,
    code TEXT NOT NULL,
    record TEXT NOT NULL
);
CREATE INDEX refusals_by_document ON refusals (document);
CREATE INDEX refusals_by_file ON refusals (file);
CREATE INDEX refusals_by_source ON refusals (source);
CREATE TABLE file_sets (
    id TEXT PRIMARY KEY,
    files TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE evidence (
    record_id TEXT PRIMARY KEY,
    document INTEGER REFERENCES documents (position) ON DELETE CASCADE,
    files TEXT NOT NULL REFERENCES file_sets (id),
    record TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX evidence_by_document ON evidence (document);
