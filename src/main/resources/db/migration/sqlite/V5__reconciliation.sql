-- How far the ledger was reconciled, once a day.
CREATE TABLE reconciliations (
    number INTEGER PRIMARY KEY,
    up_to  INTEGER NOT NULL,
    at     INTEGER NOT NULL
) STRICT;

-- The signed certificates of each time. They hold no content.
CREATE TABLE certificates (
    number  INTEGER NOT NULL REFERENCES reconciliations (number),
    partner TEXT NOT NULL,
    force   TEXT NOT NULL,
    note    BLOB NOT NULL,
    PRIMARY KEY (number, partner, force)
) STRICT;
