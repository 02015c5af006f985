-- SPDX-License-Identifier: EUPL-1.2
--
-- log.db, version 1: what the officers' log knows. Everything a visitor or an officer wrote is sealed before it comes here, and
-- the key of a letter is in keys.db: this file may stand in backups for long.
--
-- Runs inside the transaction of kiosk/database, which also writes the row of `migration` and PRAGMA user_version; no BEGIN or
-- COMMIT here. A file that a site has run is never changed: the next step is 0002. Times are seconds since 1970 UTC, 0 is never.
-- Numbers of kinds, states and roles: kiosk/entries/status.h and kiosk/officerlog/records/records.h.

-- "INLG": tells our file from any other SQLite database that may lie under its name.
PRAGMA application_id = 0x494E4C47;

-- Which steps this file went through. The highest must equal user_version, so that a damaged header is not taken for a
-- newer build.
CREATE TABLE migration (
    number INTEGER PRIMARY KEY,
    name   TEXT NOT NULL
) STRICT;

CREATE TABLE site (
    id         INTEGER PRIMARY KEY CHECK (id = 1),
    instance   BLOB NOT NULL CHECK (length(instance) = 16),   -- new after a restore
    deployment BLOB NOT NULL CHECK (length(deployment) = 16), -- stands in keys.db too: two files of different logs are noticed
    made_at    INTEGER NOT NULL,
    name       TEXT NOT NULL
) STRICT;

CREATE TABLE device (
    id              BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 8),
    public_key      BLOB NOT NULL CHECK (length(public_key) = 32),
    name            TEXT NOT NULL,
    state           INTEGER NOT NULL CHECK (state BETWEEN 0 AND 2), -- 0 pending, 1 active, 2 revoked
    paired_at       INTEGER NOT NULL,
    last_seen       INTEGER NOT NULL,
    version         TEXT NOT NULL, -- from here to problems: what it last said of itself
    letters_made    INTEGER NOT NULL,
    letters_new     INTEGER NOT NULL,
    letters_sent    INTEGER NOT NULL,
    letters_dead    INTEGER NOT NULL,
    quarantined     INTEGER NOT NULL,
    disk_level      INTEGER NOT NULL,
    clock_trust     INTEGER NOT NULL CHECK (clock_trust BETWEEN 0 AND 2), -- 0 unset, 1 estimated, 2 synced
    wall            INTEGER NOT NULL,
    problems        INTEGER NOT NULL,
    clock_off_s     INTEGER NOT NULL,
    seen_audit_row  INTEGER NOT NULL,
    seen_audit_hash BLOB NOT NULL CHECK (length(seen_audit_hash) = 32)
) STRICT, WITHOUT ROWID;

-- One letter as it arrived. Rows are never deleted: the id, the number and the hash of a letter that was destroyed still tell
-- that the same letter came again. server_seq is the order of arrival; it is the rowid, so the body stands beside it.
CREATE TABLE letter (
    server_seq INTEGER PRIMARY KEY,
    id         BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    root       BLOB NOT NULL REFERENCES letter (id) CHECK (length(root) = 16), -- first of its thread; itself for that one
    device     BLOB NOT NULL CHECK (length(device) = 8),
    seq        INTEGER NOT NULL CHECK (seq > 0),
    receipt    BLOB NOT NULL CHECK (length(receipt) = 32),
    epoch      INTEGER NOT NULL,
    hash       BLOB NOT NULL CHECK (length(hash) = 32),
    arrived_at INTEGER NOT NULL,
    body       BLOB NOT NULL, -- the envelope with its key wrap zeroed; empty when it was erased
    UNIQUE (device, seq)
) STRICT;
CREATE INDEX letter_by_receipt ON letter (receipt);
CREATE INDEX letter_by_root ON letter (root);

-- What became of a thread of letters. `change` is its place in the feed to the kiosks.
CREATE TABLE thread (
    root            BLOB NOT NULL PRIMARY KEY REFERENCES letter (id),
    status          INTEGER NOT NULL CHECK (status BETWEEN 1 AND 7),
    closing         INTEGER NOT NULL CHECK (closing BETWEEN 0 AND 4),
    version         INTEGER NOT NULL CHECK (version > 0),
    urgency         INTEGER NOT NULL CHECK (urgency BETWEEN 0 AND 2),
    handler         BLOB CHECK (length(handler) = 16), -- NULL: whoever is on shift
    first_read_at   INTEGER NOT NULL,
    promised_by     INTEGER NOT NULL,
    set_aside_until INTEGER NOT NULL,
    replied_at      INTEGER NOT NULL,
    answered_at     INTEGER NOT NULL,
    changed_at      INTEGER NOT NULL,
    closed_at       INTEGER NOT NULL,
    change          INTEGER NOT NULL UNIQUE
) STRICT, WITHOUT ROWID;

-- What is left of a thread that was destroyed: proof without content.
CREATE TABLE destroyed (
    root         BLOB NOT NULL PRIMARY KEY REFERENCES letter (id),
    status       INTEGER NOT NULL CHECK (status BETWEEN 1 AND 7),
    closing      INTEGER NOT NULL CHECK (closing BETWEEN 0 AND 4),
    arrived_at   INTEGER NOT NULL,
    closed_at    INTEGER NOT NULL,
    destroyed_at INTEGER NOT NULL,
    by           TEXT NOT NULL,
    reason       TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- A letter with what became of it: what every reading of letters selects from. A letter that is not the first of its thread
-- has the values of one that nobody touched.
CREATE VIEW entry AS
    SELECT letter.id, letter.root, letter.device, letter.seq, letter.server_seq, letter.receipt, letter.epoch, letter.hash,
           letter.body, letter.arrived_at,
           coalesce(thread.status, 1) AS status, coalesce(thread.closing, 0) AS closing,
           coalesce(thread.version, 0) AS version, coalesce(thread.urgency, 0) AS urgency, thread.handler,
           coalesce(thread.first_read_at, 0) AS first_read_at, coalesce(thread.promised_by, 0) AS promised_by,
           coalesce(thread.set_aside_until, 0) AS set_aside_until, coalesce(thread.replied_at, 0) AS replied_at,
           coalesce(thread.answered_at, 0) AS answered_at, coalesce(thread.changed_at, 0) AS changed_at,
           coalesce(thread.closed_at, 0) AS closed_at,
           EXISTS (SELECT 1 FROM destroyed WHERE destroyed.root = letter.root) AS is_destroyed
    FROM letter LEFT JOIN thread ON thread.root = letter.id;

-- Beside a letter, sealed under its key.
CREATE TABLE note (
    id     INTEGER PRIMARY KEY,
    entry  BLOB NOT NULL REFERENCES letter (id),
    author BLOB NOT NULL CHECK (length(author) = 16),
    kind   INTEGER NOT NULL CHECK (kind BETWEEN 1 AND 6),
    at     INTEGER NOT NULL,
    sealed BLOB NOT NULL
) STRICT;
CREATE INDEX note_by_entry ON note (entry);

-- Sealed to the visitor's receipt, on its way to the kiosks.
CREATE TABLE answer (
    id      BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    entry   BLOB NOT NULL REFERENCES letter (id),
    root    BLOB NOT NULL REFERENCES letter (id),
    receipt BLOB NOT NULL CHECK (length(receipt) = 32),
    number  INTEGER NOT NULL CHECK (number > 0), -- counts the answers of one thread
    bytes   BLOB NOT NULL,
    at      INTEGER NOT NULL,
    change  INTEGER NOT NULL UNIQUE,
    UNIQUE (root, number)
) STRICT;
CREATE INDEX answer_by_entry ON answer (entry);

-- Two letters an officer put side by side. The lesser id stands first, so that a pair stands here once.
CREATE TABLE link (
    a BLOB NOT NULL REFERENCES letter (id),
    b BLOB NOT NULL REFERENCES letter (id),
    PRIMARY KEY (a, b),
    CHECK (a < b)
) STRICT, WITHOUT ROWID;
CREATE INDEX link_by_b ON link (b);

-- Files of the site that kiosks get.
CREATE TABLE document (
    name    TEXT NOT NULL PRIMARY KEY,
    content BLOB NOT NULL,
    change  INTEGER NOT NULL UNIQUE,
    by      TEXT NOT NULL,
    at      INTEGER NOT NULL
) STRICT;

-- Whether an officer is here now. One row.
CREATE TABLE presence (
    id           INTEGER PRIMARY KEY CHECK (id = 1),
    present      INTEGER NOT NULL CHECK (present IN (0, 1)),
    present_until INTEGER NOT NULL,
    by           BLOB NOT NULL CHECK (length(by) = 16),
    at           INTEGER NOT NULL
) STRICT;
INSERT INTO presence (id, present, present_until, by, at) VALUES (1, 0, 0, zeroblob(16), 0);

-- The last number given in the feed to the kiosks. One row; it never falls. The mirror lets integrity_check see a damaged
-- number: a wrong one would make kiosks miss changes.
CREATE TABLE feed (
    id     INTEGER PRIMARY KEY CHECK (id = 1),
    last   INTEGER NOT NULL CHECK (last >= 0),
    mirror INTEGER NOT NULL CHECK (mirror = -last)
) STRICT;
INSERT INTO feed (id, last, mirror) VALUES (1, 0, 0);

-- Who did what, chained by hash. Only ever appended to, one row after the other; the triggers hold for every program that opens
-- this file.
CREATE TABLE audit (
    row    INTEGER PRIMARY KEY,
    at     INTEGER NOT NULL,
    actor  TEXT NOT NULL,
    action TEXT NOT NULL,
    object TEXT NOT NULL,
    result TEXT NOT NULL,
    origin TEXT NOT NULL,
    reason TEXT NOT NULL,
    hash   BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;
CREATE TRIGGER audit_is_never_changed BEFORE UPDATE ON audit
BEGIN
    SELECT raise(ABORT, 'the audit is never changed');
END;
CREATE TRIGGER audit_is_never_deleted BEFORE DELETE ON audit
BEGIN
    SELECT raise(ABORT, 'the audit is never deleted');
END;
-- Also keeps INSERT OR REPLACE from deleting a row, which fires no trigger of its own.
CREATE TRIGGER audit_has_no_gap BEFORE INSERT ON audit
    WHEN new.row IS NOT (SELECT coalesce(max(row), 0) + 1 FROM audit)
BEGIN
    SELECT raise(ABORT, 'the audit goes on with the next row');
END;
