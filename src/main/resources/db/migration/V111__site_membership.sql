-- The site that this box is a member of; no row: none.
CREATE TABLE site_membership (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    site TEXT NOT NULL, -- its name, for people
    box TEXT NOT NULL, -- this box's public key
    door TEXT NOT NULL, -- what this box is called, for people
    servers TEXT NOT NULL CHECK (json_valid(servers)),
    authority TEXT NOT NULL, -- certificate that vouches for the servers, PEM
    token TEXT NOT NULL, -- what lets this box connect; of no use without its key
    sealed BLOB NOT NULL -- this box's key, and on the box that made the site those of who decides
) STRICT;

CREATE TABLE site_key (
    number INTEGER PRIMARY KEY,
    sealed BLOB NOT NULL
) STRICT;

-- On the box that made the site: who was invited and has not come yet, and who is a member.
CREATE TABLE site_invitation (
    id TEXT PRIMARY KEY,
    expires INTEGER NOT NULL,
    sealed BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE site_box (
    id TEXT PRIMARY KEY,
    door TEXT NOT NULL,
    joined INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
