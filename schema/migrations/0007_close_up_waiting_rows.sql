-- 0007: rows that wait get keys that follow each other, for each size in an order drawn now
-- (src/store/waiting_rows.hpp). Until here keys were random, which wrote more than two pages for each row.
--
-- Claimed rows keep their keys, which claims and corrections name. Safe on a full box: it is one transaction, no row's
-- month or sealed bytes are touched, and a new key is larger than all that its size had.
CREATE TEMP TABLE moves (old INTEGER PRIMARY KEY, below INTEGER NOT NULL, place INTEGER);
INSERT INTO moves (old, below)
  SELECT key, (8 - CASE WHEN length(sealed) < 1024 THEN 0 WHEN length(sealed) < 2048 THEN 1
                        WHEN length(sealed) < 4096 THEN 2 WHEN length(sealed) < 8192 THEN 3
                        WHEN length(sealed) < 16384 THEN 4 WHEN length(sealed) < 32768 THEN 5
                        WHEN length(sealed) < 65536 THEN 6 WHEN length(sealed) < 131072 THEN 7 ELSE 8 END) << 40
  FROM sealed_submissions
  WHERE NOT EXISTS (SELECT 1 FROM claims WHERE submission = key)
    AND NOT EXISTS (SELECT 1 FROM corrections WHERE submission = key);
UPDATE moves SET place = drawn.place
  FROM (SELECT old, row_number() OVER (PARTITION BY below ORDER BY random()) AS place FROM moves) AS drawn
  WHERE drawn.old = moves.old;
CREATE TEMP TABLE bases AS
  SELECT below, coalesce((SELECT max(key) FROM sealed_submissions WHERE key > below AND key < below + (1 << 40)), below) AS base
  FROM (SELECT DISTINCT below FROM moves);
UPDATE sealed_submissions
  SET key = (SELECT base + place FROM moves JOIN bases USING (below) WHERE old = key)
  WHERE key IN (SELECT old FROM moves);
DROP TABLE bases;
DROP TABLE moves;
