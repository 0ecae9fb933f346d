"""postbox check: says what is wrong, changes nothing."""

from support import CONFIG, DATA, HOUSE, NO_INPUT, OK, BoxTest, month, simple


class Check(BoxTest):
    def test_good(self):
        """a new box is in order, and stays as it is"""
        self.expect(self.box.import_lines(1, simple()), OK)
        before = {name: value for name, value in self.box.fingerprint().items() if not name.endswith(("-shm", "-wal"))}
        self.expect(self.box.postbox("check"), OK)
        after = {name: value for name, value in self.box.fingerprint().items() if not name.endswith(("-shm", "-wal"))}
        self.assertEqual(after, before)

    def test_settings(self):
        """a wrong setting is named with its file and line"""
        cases = [
            ("unknown", "colour = 'red'\n", "colour"),
            ("wrong kind", "retention_days = 'ninety'\n", "whole number"),
            ("out of range", "retention_days = -1\n", "from 1 to 3650"),
            ("no TOML", "retention_days = = 5\n", ""),
        ]
        for why, text, named in cases:
            with self.subTest(why):
                (self.box.folder / "postbox.toml").write_text(text, encoding="utf-8")
                result = self.expect(self.box.postbox("check"), CONFIG)
                said = result.stdout + result.stderr
                self.assertIn("postbox.toml:1", said)
                self.assertIn(named, said)

    def test_routes(self):
        """a service that nobody receives is named"""
        (self.box.folder / "config").mkdir(exist_ok=True)
        routes = (HOUSE / "config" / "routes.toml").read_text(encoding="utf-8")
        # Without its last route: somebody is left out then.
        cut = routes[:routes.rindex("[[route")]
        (self.box.folder / "config" / "routes.toml").write_text(cut, encoding="utf-8")
        result = self.expect(self.box.postbox("check"), CONFIG)
        self.assertIn("routes.toml", result.stdout + result.stderr)

    def test_words_and_doors(self):
        """a door, a colour and a translation that cannot be shown are named; an old door is a warning"""
        cases = [
            ("doors.toml", '"camhs"', '"cahms"', CONFIG, "cahms"),
            ("doors.toml", "https://www.cntw.nhs.uk", "http://www.cntw.nhs.uk", CONFIG, "https://"),
            ("doors.toml", "checked_on = 2026-11-26", "checked_on = 2019-01-31", OK, "more than a year ago"),
            ("look.toml", "#b01020", "#ffd400", CONFIG, "contrast"),
            ("messages/pl.toml", 'checked_by = ""\n# checked_on = 2026-12-01\n',
             'checked_by = "A"\nchecked_on = 2026-12-01\nyess = "x"\n', CONFIG, "yess"),
        ]
        for name, old, new, code, named in cases:
            with self.subTest(name=name, named=named):
                own = self.box.folder / "config" / name
                own.parent.mkdir(parents=True, exist_ok=True)
                shipped = (HOUSE / "config" / name).read_text(encoding="utf-8")
                self.assertIn(old, shipped)
                own.write_text(shipped.replace(old, new, 1), encoding="utf-8")
                result = self.expect(self.box.postbox("check"), code)
                said = result.stdout + result.stderr
                self.assertIn(name, said)
                self.assertIn(named, said)
                own.unlink()

    def test_bank_holidays(self):
        """a line with office hours wants to know the bank holidays to come, or it is named on one"""
        (self.box.folder / "config").mkdir(exist_ok=True)
        shipped = (HOUSE / "config" / "signposts.toml").read_text(encoding="utf-8")
        lines = shipped[shipped.index("[[signpost]]"):]
        for why, listed, warned in [
            ("none", "", True),
            ("all of them past", "bank_holidays = [2020-12-25]\n", True),
            ("some to come", "bank_holidays = [2999-12-25, 2020-12-25]\n", False),
        ]:
            with self.subTest(why):
                (self.box.folder / "config" / "signposts.toml").write_text(listed + lines, encoding="utf-8")
                result = self.expect(self.box.postbox("check"), OK)
                said = [line for line in result.stdout.splitlines() if "no bank holiday to come" in line]
                self.assertEqual(len(said), warned, result.stdout)
                self.assertEqual(warned, any("Safeguarding Hub" in line for line in said), said)

    def test_manifest(self):
        """a pack is as it was signed, or every change is named"""
        self.expect(self.box.import_lines(1, simple("the words of a pack")), OK)
        self.expect(self.box.empty(), OK)
        pack = self.box.exports / month(1)
        check = ["check", "--manifest", pack / "manifest.json"]
        untouched = self.box.postbox(*check)
        self.assertEqual(untouched.returncode, OK, untouched.stdout)
        (table,) = pack.glob("*/feedback.csv")
        written = table.read_bytes()
        manifest = (pack / "manifest.json").read_bytes()

        table.write_bytes(written.replace(b"words of", b"names of"))
        result = self.expect(self.box.postbox(*check), DATA)
        self.assertIn("feedback.csv", result.stdout + result.stderr)
        table.write_bytes(written)

        (pack / "manifest.json").write_bytes(manifest.replace(b'"read"', b'"reed"'))
        self.expect(self.box.postbox(*check), DATA)
        (pack / "manifest.json").write_bytes(manifest)

        (table.parent / "extra.csv").write_text("added later", encoding="utf-8")
        self.expect(self.box.postbox(*check), DATA)
        (table.parent / "extra.csv").unlink()

        table.unlink()
        self.expect(self.box.postbox(*check), DATA)
        self.expect(self.box.postbox("check", "--manifest", self.folder / "none.json"), NO_INPUT)
