-- Sealed, and sent to nobody until a person releases it, because it is not known to be from whom it says. position is the
-- index of the ledger entry by which it was held. Where it is refused it is kept a while.
CREATE TABLE held_back (
    number         INTEGER PRIMARY KEY AUTOINCREMENT,
    submission_id  TEXT NOT NULL UNIQUE,
    reference      TEXT NOT NULL UNIQUE,
    partner        TEXT NOT NULL,
    force          TEXT NOT NULL,
    channel        TEXT NOT NULL,
    urgent         INTEGER NOT NULL CHECK (urgent IN (0, 1)),
    held_at        INTEGER NOT NULL,
    position       INTEGER NOT NULL UNIQUE REFERENCES ledger_entries (position),
    doubts         TEXT NOT NULL,
    tell           INTEGER NOT NULL CHECK (tell IN (0, 1)),
    locked         INTEGER NOT NULL CHECK (locked IN (0, 1)),
    bytes          BLOB NOT NULL CHECK (length(bytes) = 32),
    fingerprints   BLOB NOT NULL CHECK (length(fingerprints) % 32 = 0),
    return_address BLOB NOT NULL,
    expectation    BLOB NOT NULL,
    der            BLOB NOT NULL,
    turned_down_at INTEGER,
    turned_down_by TEXT,
    CHECK ((turned_down_at IS NULL) = (turned_down_by IS NULL))
) STRICT;
CREATE INDEX held_back_bytes ON held_back (bytes);

-- Which rung has called to something that is held back.
CREATE TABLE held_back_calls (
    submission_id TEXT NOT NULL REFERENCES held_back (submission_id) ON DELETE CASCADE,
    rung          TEXT NOT NULL,
    called_at     INTEGER NOT NULL,
    PRIMARY KEY (submission_id, rung)
) STRICT, WITHOUT ROWID;

-- Whether a file in it could not be opened because it is locked with a password: its sender is told.
ALTER TABLE submissions ADD COLUMN locked INTEGER NOT NULL DEFAULT 0 CHECK (locked IN (0, 1));
