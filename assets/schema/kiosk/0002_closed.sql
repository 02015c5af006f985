-- SPDX-License-Identifier: EUPL-1.2
--
-- kiosk.db, version 2: a letter can be closed, which the log says and the letterbox cannot show.
--
-- SQLite cannot change a CHECK, so the table is made anew and the letters are copied. Both happen in the transaction of this
-- step: after a power cut there is the old table with all letters or the new one, never half of one.

CREATE TABLE letter_anew (
    entry_id   BLOB NOT NULL PRIMARY KEY CHECK (length(entry_id) = 16),
    seq        INTEGER NOT NULL CHECK (seq >= 0),
    receipt_pk BLOB NOT NULL CHECK (length(receipt_pk) = 32),
    state      INTEGER NOT NULL CHECK (state BETWEEN 0 AND 3), -- 0 new, 1 sent, 2 dead, 3 closed
    size       INTEGER NOT NULL CHECK (size > 0)               -- bytes of the envelope
) STRICT, WITHOUT ROWID;
INSERT INTO letter_anew (entry_id, seq, receipt_pk, state, size)
    SELECT entry_id, seq, receipt_pk, state, size FROM letter;
DROP TABLE letter; -- takes its index along
ALTER TABLE letter_anew RENAME TO letter;
CREATE INDEX letter_by_receipt ON letter (receipt_pk);
