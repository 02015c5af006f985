-- SPDX-License-Identifier: EUPL-1.2
--
-- keys.db, version 1: the small keys without which nothing in log.db can be read. Deleting one is erasure, so backups of this
-- file are few and short: at most 7 days.
--
-- Runs inside the transaction of kiosk/database, which also writes the row of `migration` and PRAGMA user_version; no BEGIN or
-- COMMIT here. A file that a site has run is never changed: the next step is 0002. Times are seconds since 1970 UTC, 0 is never.
-- Numbers of roles: kiosk/officerlog/records/records.h.

-- "INLK": tells our file from any other SQLite database that may lie under its name.
PRAGMA application_id = 0x494E4C4B;

-- Which steps this file went through. The highest must equal user_version, so that a damaged header is not taken for a
-- newer build.
CREATE TABLE migration (
    number INTEGER PRIMARY KEY,
    name   TEXT NOT NULL
) STRICT;

-- Whose keys these are: the same as in log.db.
CREATE TABLE site (
    id         INTEGER PRIMARY KEY CHECK (id = 1),
    deployment BLOB NOT NULL CHECK (length(deployment) = 16)
) STRICT;

-- The key of one letter, sealed to the key of its week.
CREATE TABLE letter_wrap (
    entry BLOB NOT NULL PRIMARY KEY CHECK (length(entry) = 16),
    wrap  BLOB NOT NULL CHECK (length(wrap) = 80)
) STRICT, WITHOUT ROWID;

-- Whole envelopes that were not taken in, for a person to look at. Here and not in log.db, because each carries the key of its
-- letter.
CREATE TABLE quarantine (
    id     INTEGER PRIMARY KEY,
    entry  BLOB NOT NULL CHECK (length(entry) = 16),
    device BLOB NOT NULL CHECK (length(device) = 8),
    reason TEXT NOT NULL,
    bytes  BLOB NOT NULL,
    at     INTEGER NOT NULL
) STRICT;
CREATE INDEX quarantine_by_entry ON quarantine (entry);

-- name_key is the name with case folded: two people never differ by case alone. A person who left keeps his name, for the audit,
-- and nothing else.
CREATE TABLE person (
    id             BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    name           TEXT NOT NULL,
    name_key       TEXT NOT NULL UNIQUE CHECK (name_key <> ''),
    role           INTEGER NOT NULL CHECK (role BETWEEN 1 AND 5),
    active         INTEGER NOT NULL CHECK (active IN (0, 1)),
    blob           BLOB NOT NULL,
    verifier       BLOB NOT NULL CHECK (length(verifier) = 32),
    totp           BLOB NOT NULL,
    totp_used      INTEGER NOT NULL,
    added_at       INTEGER NOT NULL,
    last_shift_end INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- The secret of a week, sealed to one person; person zero is the recovery key on paper.
CREATE TABLE week_wrap (
    person BLOB NOT NULL CHECK (length(person) = 16),
    epoch  INTEGER NOT NULL,
    bytes  BLOB NOT NULL,
    PRIMARY KEY (person, epoch)
) STRICT, WITHOUT ROWID;

-- The signing secret of the log, sealed likewise.
CREATE TABLE log_sign_wrap (
    person BLOB NOT NULL PRIMARY KEY CHECK (length(person) = 16),
    bytes  BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE policy (
    id    INTEGER PRIMARY KEY CHECK (id = 1),
    bytes BLOB NOT NULL
) STRICT;

-- Small secrets of the server by name.
CREATE TABLE secret (
    name  TEXT NOT NULL PRIMARY KEY,
    value BLOB NOT NULL
) STRICT, WITHOUT ROWID;
