-- How far the ledger was reconciled, once a day.
CREATE TABLE reconciliations (
    number BIGINT PRIMARY KEY,
    up_to  BIGINT NOT NULL,
    at     BIGINT NOT NULL
);

-- The signed certificates of each time. They hold no content.
CREATE TABLE certificates (
    number  BIGINT NOT NULL REFERENCES reconciliations (number),
    partner TEXT NOT NULL,
    force   TEXT NOT NULL,
    note    BYTEA NOT NULL,
    PRIMARY KEY (number, partner, force)
);
