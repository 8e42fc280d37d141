-- What is kept beyond its term, by whose word, and who thinks that this may end. submissions.legal_hold says the same to erasure.
CREATE TABLE legal_holds (
    number          BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    submission_id   TEXT NOT NULL UNIQUE REFERENCES submissions (id),
    set_by          TEXT NOT NULL,
    set_at          BIGINT NOT NULL,
    end_proposed_by TEXT,
    end_proposed_at BIGINT,
    CHECK ((end_proposed_at IS NULL) = (end_proposed_by IS NULL))
);
