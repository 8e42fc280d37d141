-- Which gateway looks after a source that only one may poll, and until when by the database's clock.
CREATE TABLE leases (
    source TEXT PRIMARY KEY,
    holder TEXT NOT NULL,
    until  BIGINT NOT NULL
);
