-- 0006: unopened items of the safeguarding lane are found without reading the sealed bytes of all. Adds an index over
-- what is new; no row is touched, so it is safe on a full box.
--
-- The server looks for them every ten seconds and after each urgent post; the table itself holds the sealed words
-- beside each link, and a box with ten thousand items had 25 MB read for every look.
CREATE INDEX safeguarding_unopened ON safeguarding_items (state) WHERE state = 'new';
