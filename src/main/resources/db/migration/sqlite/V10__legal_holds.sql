-- What is kept beyond its term, by whose word, and who thinks that this may end. submissions.legal_hold says the same to erasure.
CREATE TABLE legal_holds (
    number          INTEGER PRIMARY KEY AUTOINCREMENT,
    submission_id   TEXT NOT NULL UNIQUE REFERENCES submissions (id),
    set_by          TEXT NOT NULL,
    set_at          INTEGER NOT NULL,
    end_proposed_by TEXT,
    end_proposed_at INTEGER,
    CHECK ((end_proposed_at IS NULL) = (end_proposed_by IS NULL))
) STRICT;
