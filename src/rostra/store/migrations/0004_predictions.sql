-- What was predicted, and what came of it: a prediction is never changed, and its first outcome stands.
CREATE TABLE predictions (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    record TEXT NOT NULL,
    added TEXT NOT NULL
);
CREATE TABLE outcomes (
    prediction TEXT PRIMARY KEY REFERENCES predictions (id),
    record TEXT NOT NULL,
    scored TEXT NOT NULL
);
