-- 0003: the counts of every emptying, for the board's trends. Adds a table; sealed rows and emptyings are untouched.
--
-- Signed by the box's key and sealed to it, so that nothing here can be read or forged without that key. `part`:
-- counts that are longer than the largest record lie in several. Emptyings from before this step have none: their
-- months are gaps in the trends.
CREATE TABLE month_counts (
  emptying INTEGER NOT NULL REFERENCES emptyings (id),
  part     INTEGER NOT NULL CHECK (part >= 0),
  sealed   BLOB NOT NULL,
  PRIMARY KEY (emptying, part)
) STRICT, WITHOUT ROWID;
