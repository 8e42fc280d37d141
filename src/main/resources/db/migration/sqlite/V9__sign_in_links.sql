-- One-time links to sign in by. The digest covers the link, the browser that asked and the address; none of them is kept.
CREATE TABLE sign_in_links (
    digest BLOB PRIMARY KEY,
    until  INTEGER NOT NULL
) STRICT;
