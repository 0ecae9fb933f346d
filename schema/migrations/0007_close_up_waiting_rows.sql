-- 0007: rows that wait get keys that follow each other, in an order drawn now (src/store/waiting_rows.hpp). Until here
-- keys were random, which wrote more than two pages for each row.
--
-- Claimed rows keep their keys, which claims and corrections name, and the others go behind them. Safe on a full box: it is
-- one transaction, no row's month or sealed bytes are touched, and no key is used twice.
CREATE TEMP TABLE moves (old INTEGER PRIMARY KEY, new INTEGER NOT NULL);
INSERT INTO moves
  SELECT key, (SELECT max(key) FROM sealed_submissions) + row_number() OVER (ORDER BY random())
  FROM sealed_submissions
  WHERE NOT EXISTS (SELECT 1 FROM claims WHERE submission = key)
    AND NOT EXISTS (SELECT 1 FROM corrections WHERE submission = key);
UPDATE sealed_submissions SET key = (SELECT new FROM moves WHERE old = key) WHERE key IN (SELECT old FROM moves);
DROP TABLE moves;
