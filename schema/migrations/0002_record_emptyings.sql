-- 0002: an emptying that stops half way is resumed, not repeated. Adds two tables; sealed rows are untouched.
--
-- `claims` says which emptying a sealed row belongs to; the order of rows in a pack is not stored anywhere.
-- `outcome` marks the rows that stay when their emptying is over: 'refused' (did not open), 'held' (urgent).
CREATE TABLE emptyings (
  id          INTEGER PRIMARY KEY,
  month       TEXT NOT NULL
              CHECK (month GLOB '20[0-9][0-9]-0[1-9]' OR month GLOB '20[0-9][0-9]-1[0-2]'),
  pack        TEXT NOT NULL UNIQUE,  -- folder name: 2026-11, 2026-11.2
  exports     TEXT NOT NULL,         -- folder in which the pack lies
  state       TEXT NOT NULL CHECK (state IN ('claimed', 'recorded', 'exported')),
  read        INTEGER NOT NULL DEFAULT 0,
  opened      INTEGER NOT NULL DEFAULT 0,
  refused     INTEGER NOT NULL DEFAULT 0,
  delivered   INTEGER NOT NULL DEFAULT 0,
  unsorted    INTEGER NOT NULL DEFAULT 0,
  held        INTEGER NOT NULL DEFAULT 0,
  exported_on TEXT CHECK (exported_on GLOB '20[0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),  -- day in London
  CHECK (read = opened + refused),
  CHECK (opened = delivered + unsorted + held OR state = 'claimed'),
  CHECK ((exported_on IS NOT NULL) = (state = 'exported'))
) STRICT;

CREATE TABLE claims (
  submission INTEGER PRIMARY KEY REFERENCES sealed_submissions (key),
  emptying   INTEGER NOT NULL REFERENCES emptyings (id),
  outcome    TEXT CHECK (outcome IN ('refused', 'held'))
) STRICT;
