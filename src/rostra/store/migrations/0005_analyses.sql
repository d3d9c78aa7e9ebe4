-- Results of the signals that a person kept for the report: what was said of them, and the record with every setting.
CREATE TABLE analyses (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    title TEXT NOT NULL,
    section TEXT NOT NULL,
    picture TEXT NOT NULL,
    record TEXT NOT NULL,
    added TEXT NOT NULL
);
