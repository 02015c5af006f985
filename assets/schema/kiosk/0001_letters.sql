-- SPDX-License-Identifier: EUPL-1.2
--
-- kiosk.db, version 1: an index over the letterbox, and counters of use. No text of a visitor, sealed or not.
--
-- Runs inside the transaction of kiosk/terminal/memory, which also writes the row of `migration` and PRAGMA user_version; no
-- BEGIN or COMMIT here. A file that a site has run is never changed: the next step is 0002.

-- "INKD": tells our file from any other SQLite database that may lie under its name.
PRAGMA application_id = 0x494E4B44;

-- Which steps this file went through. The highest must equal user_version, so that a damaged header is not taken for a
-- newer build.
CREATE TABLE migration (
    number INTEGER PRIMARY KEY,
    name   TEXT NOT NULL
) STRICT;

CREATE TABLE letter (
    entry_id   BLOB NOT NULL PRIMARY KEY CHECK (length(entry_id) = 16),
    seq        INTEGER NOT NULL CHECK (seq >= 0),
    receipt_pk BLOB NOT NULL CHECK (length(receipt_pk) = 32),
    state      INTEGER NOT NULL CHECK (state BETWEEN 0 AND 2), -- 0 new, 1 sent, 2 dead
    size       INTEGER NOT NULL CHECK (size > 0)               -- bytes of the envelope
) STRICT, WITHOUT ROWID;

-- A visitor who comes back with a code is found by it.
CREATE INDEX letter_by_receipt ON letter (receipt_pk);

-- The highest number any letter of this kiosk ever had. One row; it never falls, also when letters are gone. The mirror lets
-- integrity_check see a damaged number: a wrong one would make the kiosk skip or repeat numbers.
CREATE TABLE high_water (
    id     INTEGER PRIMARY KEY CHECK (id = 1),
    seq    INTEGER NOT NULL CHECK (seq >= 0),
    mirror INTEGER NOT NULL CHECK (mirror = -seq)
) STRICT;
INSERT INTO high_water (id, seq, mirror) VALUES (1, 0, 0);

-- How often something was used on a day (YYYY-MM-DD). Never a time of day: it could tell who was here.
CREATE TABLE use_of_day (
    day   TEXT NOT NULL CHECK (length(day) = 10),
    name  TEXT NOT NULL,
    count INTEGER NOT NULL CHECK (count >= 0),
    PRIMARY KEY (day, name)
) STRICT, WITHOUT ROWID;
