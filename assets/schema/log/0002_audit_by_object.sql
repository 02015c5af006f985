-- SPDX-License-Identifier: EUPL-1.2
--
-- log.db, version 2: what was done with one entry is found without reading the audit of the whole log. Rows of one object stand in the
-- index in their order, because row is the rowid.
CREATE INDEX audit_by_object ON audit (object);
