"""postbox purge: what was exported goes for good when its time is over, and nothing else does."""

from support import OK, BoxTest, simple


class Purge(BoxTest):
    def age_exports(self, day):
        with self.box.database() as database:
            database.execute("UPDATE emptyings SET exported_on = ?", (day,))
            database.commit()

    def all_bytes(self):
        return b"".join(path.read_bytes() for path in sorted(self.box.folder.glob("box.db*")))

    def test_purge(self):
        """rows past their retention leave no byte behind; those that are new, unclaimed or held stay"""
        self.expect(self.box.import_lines(2, simple("old"), simple("held back", risk_now=True)), OK)
        self.expect(self.box.empty(), OK)
        self.expect(self.box.import_lines(1, simple("not emptied")), OK)
        self.expect(self.box.postbox("purge"), OK)
        self.assertEqual(self.box.stored(), 3, "nothing is past its retention")

        with self.box.database() as database:
            rows = database.execute("SELECT s.sealed FROM sealed_submissions s JOIN claims c ON c.submission = s.key "
                                    "WHERE c.outcome IS NULL").fetchall()
        self.assertEqual(len(rows), 1)
        # A stretch from the sealed box itself: what stands before it is alike in every record.
        trace = rows[0][0][200:264]
        self.age_exports("2020-01-31")
        self.assertIn(trace, self.all_bytes())
        self.expect(self.box.postbox("purge"), OK)
        self.assertEqual(self.box.stored(), 2, "the held one and the one that was not emptied")
        self.assertNotIn(trace, self.all_bytes())

    def test_empty_box(self):
        """an empty box is purged without a word of complaint"""
        self.expect(self.box.postbox("purge"), OK)
