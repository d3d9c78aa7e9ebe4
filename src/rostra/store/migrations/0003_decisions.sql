-- What a person decided on grades: every decision is kept for good, the last one on a subject stands.
CREATE TABLE decisions (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    subject TEXT NOT NULL,
    name TEXT NOT NULL,
    value TEXT NOT NULL,
    reason TEXT NOT NULL,
    made TEXT NOT NULL
);
CREATE INDEX decisions_by_subject ON decisions (kind, subject);
