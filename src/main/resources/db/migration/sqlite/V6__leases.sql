-- Which gateway looks after a source that only one may poll, and until when by the database's clock. Empty here: one
-- gateway has this database for itself.
CREATE TABLE leases (
    source TEXT PRIMARY KEY,
    holder TEXT NOT NULL,
    until  INTEGER NOT NULL
) STRICT;
