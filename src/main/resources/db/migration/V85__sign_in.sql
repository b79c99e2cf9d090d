-- A token belongs to the account that made it, and ends. One that a token has made belongs to that token's account; whose maker is gone, it is revoked.
ALTER TABLE api_token ADD COLUMN account INTEGER REFERENCES account (id) ON DELETE SET NULL;
ALTER TABLE api_token ADD COLUMN expires INTEGER NOT NULL DEFAULT 0;

UPDATE api_token
SET account = (SELECT id FROM account WHERE account.name = api_token.created_by), expires = created + 31536000000;

UPDATE api_token
SET account = (
    SELECT maker.account FROM api_token AS maker WHERE 'token:' || maker.name = api_token.created_by ORDER BY maker.id DESC LIMIT 1)
WHERE account IS NULL;

UPDATE api_token SET revoked = created WHERE account IS NULL AND revoked IS NULL;

-- A browser that has signed in to an account before: its guesses are counted alone. The secret in its cookie is stored as its SHA-256 only.
CREATE TABLE known_browser (
    fingerprint BLOB PRIMARY KEY,
    account INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    signed_in INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX known_browser_by_account ON known_browser (account, signed_in);
