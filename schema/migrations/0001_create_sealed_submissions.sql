-- 0001: the sealed submissions of a box. Made on an empty box.
--
-- `key` is random and orders the table, so that the order of rows says nothing of the order of arrival.
-- There is no time, no counter, and nothing that can be read without the secret key but the month.
CREATE TABLE sealed_submissions (
  key    INTEGER PRIMARY KEY CHECK (key > 0),
  month  TEXT NOT NULL
         CHECK (month GLOB '20[0-9][0-9]-0[1-9]' OR month GLOB '20[0-9][0-9]-1[0-2]'),
  sealed BLOB NOT NULL
) STRICT;
