-- SPDX-License-Identifier: EUPL-1.2
--
-- kiosk.db, version 3: what the log said: what became of entries, answers to them, and how far the kiosk has listened.
--
-- That a letter is closed was a state of the letter; it is now what became of its entry, as the log says it. The letters are
-- copied into a table that knows three states, which SQLite cannot change in place.

CREATE TABLE entry_case (
    entry_id   BLOB NOT NULL PRIMARY KEY CHECK (length(entry_id) = 16),
    receipt_pk BLOB NOT NULL CHECK (length(receipt_pk) = 32),
    status     INTEGER NOT NULL CHECK (status BETWEEN 1 AND 7),  -- kiosk/entries/status.h: Status
    closing    INTEGER NOT NULL CHECK (closing BETWEEN 0 AND 4), -- the same file: Closing
    version    INTEGER NOT NULL CHECK (version >= 0)             -- rises with every change; a lower one never overwrites
) STRICT, WITHOUT ROWID;
CREATE INDEX case_by_receipt ON entry_case (receipt_pk);

-- Version 0 gives way to whatever the log says.
INSERT INTO entry_case (entry_id, receipt_pk, status, closing, version)
    SELECT entry_id, receipt_pk, 7, 1, 0 FROM letter WHERE state = 3;

CREATE TABLE letter_anew (
    entry_id   BLOB NOT NULL PRIMARY KEY CHECK (length(entry_id) = 16),
    seq        INTEGER NOT NULL CHECK (seq >= 0),
    receipt_pk BLOB NOT NULL CHECK (length(receipt_pk) = 32),
    state      INTEGER NOT NULL CHECK (state BETWEEN 0 AND 2), -- 0 new, 1 sent, 2 dead
    size       INTEGER NOT NULL CHECK (size > 0)               -- bytes of the envelope
) STRICT, WITHOUT ROWID;
INSERT INTO letter_anew (entry_id, seq, receipt_pk, state, size)
    SELECT entry_id, seq, receipt_pk, CASE state WHEN 3 THEN 1 ELSE state END, size FROM letter;
DROP TABLE letter; -- takes its index along
ALTER TABLE letter_anew RENAME TO letter;
CREATE INDEX letter_by_receipt ON letter (receipt_pk);

-- Answers, sealed to the receipt: only who has its code can open one. `bytes` is a whole PKA1.
CREATE TABLE answer (
    answer_id  BLOB NOT NULL PRIMARY KEY CHECK (length(answer_id) = 16),
    receipt_pk BLOB NOT NULL CHECK (length(receipt_pk) = 32),
    number     INTEGER NOT NULL CHECK (number >= 0), -- counts the answers of one entry
    bytes      BLOB NOT NULL CHECK (length(bytes) > 0)
) STRICT, WITHOUT ROWID;
CREATE INDEX answer_by_receipt ON answer (receipt_pk, number);

-- How far the kiosk has listened to which log. One row. The mirrors let integrity_check see a damaged number: a wrong
-- seen_change would make the kiosk miss what the log said, for good.
CREATE TABLE sync_state (
    id           INTEGER PRIMARY KEY CHECK (id = 1),
    instance     BLOB NOT NULL CHECK (length(instance) = 16), -- of the log's database; zeros: none yet
    seen_change  INTEGER NOT NULL CHECK (seen_change >= 0),
    seen_mirror  INTEGER NOT NULL CHECK (seen_mirror = -seen_change),
    audit_row    INTEGER NOT NULL CHECK (audit_row >= 0),     -- last row of the log's audit chain
    audit_mirror INTEGER NOT NULL CHECK (audit_mirror = -audit_row),
    audit_hash   BLOB NOT NULL CHECK (length(audit_hash) = 32)
) STRICT;
INSERT INTO sync_state (id, instance, seen_change, seen_mirror, audit_row, audit_mirror, audit_hash)
    VALUES (1, zeroblob(16), 0, 0, 0, 0, zeroblob(32));
