-- SPDX-License-Identifier: EUPL-1.2
--
-- log.db, version 3: what volunteers write (kiosk/officerlog/records/page_store.h). Nothing here belongs to a visitor. Days are counted
-- from 1 January 1970 on the calendar of the place.

-- What somebody is working on. The row of a draft that was removed stays, without its words, so that a number of it never comes a second
-- time: whoever still has the old page open is told that it changed.
CREATE TABLE page_draft (
    page      TEXT NOT NULL,
    language  TEXT NOT NULL,
    version   INTEGER NOT NULL CHECK (version > 0),
    is_there  INTEGER NOT NULL CHECK (is_there IN (0, 1)),
    title     TEXT NOT NULL,
    body      TEXT NOT NULL,
    first_day INTEGER, -- NULL: open
    last_day  INTEGER,
    offered   INTEGER NOT NULL CHECK (offered IN (0, 1)),
    by        TEXT NOT NULL,
    at        INTEGER NOT NULL,
    PRIMARY KEY (page, language),
    CHECK (is_there OR (title = '' AND body = ''))
) STRICT;

-- What was published. Rows are never deleted: they are the history, and undo.
CREATE TABLE page_version (
    id           INTEGER PRIMARY KEY,
    page         TEXT NOT NULL,
    language     TEXT NOT NULL,
    title        TEXT NOT NULL,
    body         TEXT NOT NULL,
    first_day    INTEGER,
    last_day     INTEGER,
    by           TEXT NOT NULL,
    published_by TEXT NOT NULL,
    at           INTEGER NOT NULL,
    withdrawn_by TEXT NOT NULL, -- empty: in force
    withdrawn_at INTEGER NOT NULL,
    CHECK ((withdrawn_by = '') = (withdrawn_at = 0))
) STRICT;
CREATE INDEX page_version_by_page ON page_version (page, language);

-- Pictures of this site, named after their content. The content stands last: a list of names reads none of it.
CREATE TABLE picture (
    id      INTEGER PRIMARY KEY,
    name    TEXT NOT NULL UNIQUE,
    alt     TEXT NOT NULL,
    by      TEXT NOT NULL,
    at      INTEGER NOT NULL,
    content BLOB NOT NULL
) STRICT;

-- How the site publishes. One row.
CREATE TABLE publishing (
    id        INTEGER PRIMARY KEY CHECK (id = 1),
    four_eyes INTEGER NOT NULL CHECK (four_eyes IN (0, 1)),
    frozen    INTEGER NOT NULL CHECK (frozen IN (0, 1))
) STRICT;
INSERT INTO publishing (id, four_eyes, frozen) VALUES (1, 0, 0);

-- Presses of the buttons at the door: a whole hour and a reason, nobody's name and no order. The id is random; it only keeps a press
-- that was sent twice from counting twice.
CREATE TABLE door_press (
    id     BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    hour   INTEGER NOT NULL CHECK (hour % 3600 = 0),
    reason INTEGER NOT NULL CHECK (reason BETWEEN 1 AND 4), -- 1 curious, 2 question, 3 report, 4 other
    undone INTEGER NOT NULL CHECK (undone IN (0, 1))
) STRICT, WITHOUT ROWID;
CREATE INDEX door_press_by_hour ON door_press (hour);
