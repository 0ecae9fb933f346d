-- 0008: a box that was restored remembers it until its next emptying. Adds a table; no row of another is touched, so it is
-- safe on a full box.
--
-- What was delivered after the backup was made is not known to the box any more. The next emptying recognises it by the
-- packs themselves, and takes this row away. `backup_of` is the day on which the backup was made (day in London).
CREATE TABLE restored (
  only_one  INTEGER PRIMARY KEY CHECK (only_one = 1),
  backup_of TEXT NOT NULL CHECK (backup_of GLOB '20[0-9][0-9]-[0-1][0-9]-[0-3][0-9]')
) STRICT;
