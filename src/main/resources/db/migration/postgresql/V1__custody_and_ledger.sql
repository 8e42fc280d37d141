-- Times are milliseconds since 1970-01-01 UTC. Digests are 32 bytes. See docs/design/store.md.

-- One row: the salt of the fingerprints, drawn when the database was made.
CREATE TABLE installation (
    one  BIGINT PRIMARY KEY CHECK (one = 1),
    salt BYTEA NOT NULL CHECK (length(salt) = 32)
);

-- One row: how many entries the ledger has. Every writer takes this row first.
CREATE TABLE ledger_head (
    one  BIGINT PRIMARY KEY CHECK (one = 1),
    size BIGINT NOT NULL CHECK (size >= 0)
);
INSERT INTO ledger_head (one, size) VALUES (1, 0);

CREATE TABLE ledger_entries (
    position  BIGINT PRIMARY KEY,
    canonical BYTEA NOT NULL
);

CREATE TABLE ledger_nodes (
    level    BIGINT NOT NULL,
    position BIGINT NOT NULL,
    hash     BYTEA NOT NULL CHECK (length(hash) = 32),
    PRIMARY KEY (level, position)
);

CREATE TABLE ledger_checkpoints (
    size BIGINT PRIMARY KEY,
    note TEXT NOT NULL
);

CREATE TABLE force_sequences (
    force TEXT PRIMARY KEY,
    last  BIGINT NOT NULL CHECK (last >= 1)
);

-- One row for each submission, for ever. position is the index of its ledger entry.
CREATE TABLE submissions (
    id             TEXT PRIMARY KEY,
    reference      TEXT NOT NULL UNIQUE,
    partner        TEXT NOT NULL,
    force          TEXT NOT NULL,
    channel        TEXT NOT NULL,
    sequence       BIGINT NOT NULL,
    urgent         BIGINT NOT NULL CHECK (urgent IN (0, 1)),
    admitted_at    BIGINT NOT NULL,
    position       BIGINT NOT NULL UNIQUE REFERENCES ledger_entries (position),
    return_address BYTEA,
    legal_hold     BIGINT NOT NULL DEFAULT 0 CHECK (legal_hold IN (0, 1)),
    erased_at      BIGINT,
    CHECK (erased_at IS NULL OR return_address IS NULL),
    UNIQUE (force, sequence)
);
CREATE INDEX submissions_recent ON submissions (partner, channel, position);

CREATE TABLE fingerprints (
    submission_id TEXT NOT NULL REFERENCES submissions (id),
    fingerprint   BYTEA NOT NULL CHECK (length(fingerprint) = 32),
    admitted_at   BIGINT NOT NULL,
    PRIMARY KEY (fingerprint, submission_id)
);
CREATE INDEX fingerprints_age ON fingerprints (admitted_at);

-- The sealed content and all that is erased with it.
CREATE TABLE envelopes (
    submission_id TEXT PRIMARY KEY REFERENCES submissions (id),
    size          BIGINT NOT NULL,
    proof         TEXT NOT NULL,
    expectation   BYTEA NOT NULL,
    der           BYTEA NOT NULL
);

-- A row as long as the submission has no receipt.
CREATE TABLE outbox (
    submission_id TEXT PRIMARY KEY REFERENCES envelopes (submission_id),
    urgent        BIGINT NOT NULL,
    position      BIGINT NOT NULL,
    attempts      BIGINT NOT NULL CHECK (attempts >= 0),
    failures      BIGINT NOT NULL CHECK (failures >= 0),
    sent_at       BIGINT CHECK ((sent_at IS NULL) = (attempts = 0)),
    due_at        BIGINT NOT NULL
);
CREATE INDEX outbox_due ON outbox (due_at);

-- Kept for ever: the force's word, which every export of the ledger carries.
CREATE TABLE receipts (
    submission_id TEXT PRIMARY KEY REFERENCES submissions (id),
    sha256        BYTEA NOT NULL UNIQUE CHECK (length(sha256) = 32),
    refused_code  TEXT,
    refused_words TEXT,
    settled_at    BIGINT NOT NULL,
    der           BYTEA NOT NULL
);
CREATE INDEX receipts_age ON receipts (settled_at);

-- What was seen lately and need not be noted again.
CREATE TABLE memories (
    kind   TEXT NOT NULL,
    digest BYTEA NOT NULL CHECK (length(digest) = 32),
    at     BIGINT NOT NULL,
    PRIMARY KEY (kind, digest)
);

-- What senders are to be told. submission_id refers to no row where the sender was turned away. due_at is null where the
-- sender looks it up and nobody sends it.
CREATE TABLE notices (
    number         BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    submission_id  TEXT NOT NULL,
    reference      TEXT,
    partner        TEXT NOT NULL,
    channel        TEXT NOT NULL,
    news           TEXT NOT NULL,
    code           TEXT,
    sentence       TEXT,
    at             BIGINT NOT NULL,
    own_address    BYTEA,
    failures       BIGINT NOT NULL DEFAULT 0,
    due_at         BIGINT,
    told_at        BIGINT
);
CREATE INDEX notices_due ON notices (channel, due_at) WHERE told_at IS NULL;
CREATE INDEX notices_shown ON notices (partner, channel, number) WHERE due_at IS NULL;
CREATE INDEX notices_submission ON notices (submission_id);

-- What is sealed does not compress.
ALTER TABLE envelopes ALTER COLUMN der SET STORAGE EXTERNAL;
