-- 0005: what a person sorted again goes out with the next emptying. Adds a table; sealed rows, claims and emptyings are
-- untouched, so it is safe on a full box.
--
-- Signed by the box's key and sealed to it (schema/corrections.md): whoever has the database can neither read where a
-- submission is to go nor send it anywhere. A correction goes when the emptying that followed it is recorded.
CREATE TABLE corrections (
  submission INTEGER PRIMARY KEY REFERENCES sealed_submissions (key),
  sealed     BLOB NOT NULL
) STRICT;
