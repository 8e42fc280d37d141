-- Times are milliseconds since 1970-01-01 UTC. Digests are 32 bytes. See docs/design/store.md.

-- One row: the salt of the fingerprints, drawn when the database was made.
CREATE TABLE installation (
    one  INTEGER PRIMARY KEY CHECK (one = 1),
    salt BLOB NOT NULL CHECK (length(salt) = 32)
) STRICT;

-- One row: how many entries the ledger has. Every writer takes this row first.
CREATE TABLE ledger_head (
    one  INTEGER PRIMARY KEY CHECK (one = 1),
    size INTEGER NOT NULL CHECK (size >= 0)
) STRICT;
INSERT INTO ledger_head (one, size) VALUES (1, 0);

CREATE TABLE ledger_entries (
    position  INTEGER PRIMARY KEY,
    canonical BLOB NOT NULL
) STRICT;

CREATE TABLE ledger_nodes (
    level    INTEGER NOT NULL,
    position INTEGER NOT NULL,
    hash     BLOB NOT NULL CHECK (length(hash) = 32),
    PRIMARY KEY (level, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE ledger_checkpoints (
    size INTEGER PRIMARY KEY,
    note TEXT NOT NULL
) STRICT;

CREATE TABLE force_sequences (
    force TEXT PRIMARY KEY,
    last  INTEGER NOT NULL CHECK (last >= 1)
) STRICT, WITHOUT ROWID;

-- One row for each submission, for ever. position is the index of its ledger entry.
CREATE TABLE submissions (
    id             TEXT PRIMARY KEY,
    reference      TEXT NOT NULL UNIQUE,
    partner        TEXT NOT NULL,
    force          TEXT NOT NULL,
    channel        TEXT NOT NULL,
    sequence       INTEGER NOT NULL,
    urgent         INTEGER NOT NULL CHECK (urgent IN (0, 1)),
    admitted_at    INTEGER NOT NULL,
    position       INTEGER NOT NULL UNIQUE REFERENCES ledger_entries (position),
    return_address BLOB,
    legal_hold     INTEGER NOT NULL DEFAULT 0 CHECK (legal_hold IN (0, 1)),
    erased_at      INTEGER,
    CHECK (erased_at IS NULL OR return_address IS NULL),
    UNIQUE (force, sequence)
) STRICT;
CREATE INDEX submissions_recent ON submissions (partner, channel, position);

CREATE TABLE fingerprints (
    submission_id TEXT NOT NULL REFERENCES submissions (id),
    fingerprint   BLOB NOT NULL CHECK (length(fingerprint) = 32),
    admitted_at   INTEGER NOT NULL,
    PRIMARY KEY (fingerprint, submission_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX fingerprints_age ON fingerprints (admitted_at);

-- The sealed content and all that is erased with it.
CREATE TABLE envelopes (
    submission_id TEXT PRIMARY KEY REFERENCES submissions (id),
    size          INTEGER NOT NULL,
    proof         TEXT NOT NULL,
    expectation   BLOB NOT NULL,
    der           BLOB NOT NULL
) STRICT;

-- A row as long as the submission has no receipt.
CREATE TABLE outbox (
    submission_id TEXT PRIMARY KEY REFERENCES envelopes (submission_id),
    urgent        INTEGER NOT NULL,
    position      INTEGER NOT NULL,
    attempts      INTEGER NOT NULL CHECK (attempts >= 0),
    failures      INTEGER NOT NULL CHECK (failures >= 0),
    sent_at       INTEGER CHECK ((sent_at IS NULL) = (attempts = 0)),
    due_at        INTEGER NOT NULL
) STRICT;
CREATE INDEX outbox_due ON outbox (due_at);

-- Kept for ever: the force's word, which every export of the ledger carries.
CREATE TABLE receipts (
    submission_id TEXT PRIMARY KEY REFERENCES submissions (id),
    sha256        BLOB NOT NULL UNIQUE CHECK (length(sha256) = 32),
    refused_code  TEXT,
    refused_words TEXT,
    settled_at    INTEGER NOT NULL,
    der           BLOB NOT NULL
) STRICT;
CREATE INDEX receipts_age ON receipts (settled_at);

-- What was seen lately and need not be noted again.
CREATE TABLE memories (
    kind   TEXT NOT NULL,
    digest BLOB NOT NULL CHECK (length(digest) = 32),
    at     INTEGER NOT NULL,
    PRIMARY KEY (kind, digest)
) STRICT, WITHOUT ROWID;

-- What senders are to be told. submission_id refers to no row where the sender was turned away. due_at is null where the
-- sender looks it up and nobody sends it.
CREATE TABLE notices (
    number         INTEGER PRIMARY KEY AUTOINCREMENT,
    submission_id  TEXT NOT NULL,
    reference      TEXT,
    partner        TEXT NOT NULL,
    channel        TEXT NOT NULL,
    news           TEXT NOT NULL,
    code           TEXT,
    sentence       TEXT,
    at             INTEGER NOT NULL,
    own_address    BLOB,
    failures       INTEGER NOT NULL DEFAULT 0,
    due_at         INTEGER,
    told_at        INTEGER
) STRICT;
CREATE INDEX notices_due ON notices (channel, due_at) WHERE told_at IS NULL;
CREATE INDEX notices_shown ON notices (partner, channel, number) WHERE due_at IS NULL;
CREATE INDEX notices_submission ON notices (submission_id);
