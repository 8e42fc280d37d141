-- Which rung has called to a submission that has no receipt in time.
CREATE TABLE calls (
    submission_id TEXT NOT NULL REFERENCES outbox (submission_id) ON DELETE CASCADE,
    rung          TEXT NOT NULL,
    called_at     BIGINT NOT NULL,
    PRIMARY KEY (submission_id, rung)
);
INSERT INTO calls (submission_id, rung, called_at)
    SELECT submission_id, 'operator e-mail', called_at FROM outbox WHERE called_at IS NOT NULL;
INSERT INTO calls (submission_id, rung, called_at)
    SELECT submission_id, 'operator log', called_at FROM outbox WHERE called_at IS NOT NULL;
ALTER TABLE outbox DROP COLUMN called_at;

-- Of what kind the newest failure was, how many receipts for it were not true, and when a person last did something about it.
ALTER TABLE outbox ADD COLUMN failure TEXT;
ALTER TABLE outbox ADD COLUMN false_receipts BIGINT NOT NULL DEFAULT 0;
ALTER TABLE outbox ADD COLUMN acted_at BIGINT;

-- What one person has proposed and another has not yet confirmed.
CREATE TABLE proposals (
    number        BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    submission_id TEXT NOT NULL UNIQUE REFERENCES outbox (submission_id) ON DELETE CASCADE,
    measure       TEXT NOT NULL,
    proposed_by   TEXT NOT NULL,
    proposed_at   BIGINT NOT NULL
);

-- What may be taken to the force by other means.
CREATE TABLE handovers (
    submission_id TEXT PRIMARY KEY REFERENCES outbox (submission_id) ON DELETE CASCADE,
    proposed_by   TEXT NOT NULL,
    confirmed_by  TEXT NOT NULL,
    decided_at    BIGINT NOT NULL
);

-- When two people decided that it is sent no more. A receipt may come all the same.
ALTER TABLE submissions ADD COLUMN given_up_at BIGINT;
CREATE INDEX submissions_given_up ON submissions (given_up_at) WHERE given_up_at IS NOT NULL;
