-- 0004: the safeguarding lane. Adds two tables; sealed rows, claims and emptyings are untouched, so it is safe on a
-- full box.
--
-- `link` is the SHA-256 of the submission's random inner id: it ties an item to the box's record for whoever can open
-- one of the two, and orders the table without saying anything of the order of arrival. `sealed` is for the
-- safeguarding key. When the words are past their retention `sealed` goes and the rest stays, so that the box's record
-- is never taken for an undecided one again. `state_on` is the day of the last decision; nothing says when an item came.
CREATE TABLE safeguarding_items (
  link     TEXT PRIMARY KEY CHECK (length(link) = 64 AND link NOT GLOB '*[^0-9a-f]*'),
  month    TEXT NOT NULL
           CHECK (month GLOB '20[0-9][0-9]-0[1-9]' OR month GLOB '20[0-9][0-9]-1[0-2]'),
  state    TEXT NOT NULL CHECK (state IN ('new', 'opened', 'done', 'released')),
  state_on TEXT CHECK (state_on GLOB '20[0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),  -- day in London
  sealed   BLOB,
  CHECK ((state_on IS NULL) = (state = 'new')),
  CHECK (sealed IS NOT NULL OR state IN ('done', 'released'))
) STRICT, WITHOUT ROWID;

-- Who opened or decided what. Each entry holds the SHA-256 of the one before and is signed with the safeguarding key
-- (schema/safeguarding.md).
CREATE TABLE safeguarding_log (
  number    INTEGER PRIMARY KEY CHECK (number > 0),
  entry     TEXT NOT NULL,
  signature TEXT NOT NULL
) STRICT;
