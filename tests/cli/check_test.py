"""postbox check: says what is wrong, changes nothing."""

import os
import subprocess

from support import CONFIG, DATA, HOUSE, NO_INPUT, NO_PERMISSION, OK, POSTBOX, BoxTest, month, simple

STORAGE = 74
# As root of mounts of its own: root is held up by no permission bit.
OWN_MOUNTS = ["unshare", "--map-root-user", "--mount", "sh", "-euc"]


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
            ("look.toml", 'privacy_url = ""', 'privacy_url = "http://plain.example"', CONFIG, "look.toml:20"),
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

    def check_on(self, mounting):
        """What `check` says after `mounting`, a script in which $1 is the box's folder."""
        return subprocess.run([*OWN_MOUNTS, f'{mounting}\nexec "$0" --dir "$1" check', POSTBOX, self.box.folder],
                              capture_output=True, text=True, check=False)

    def test_cannot_be_written(self):
        """a box that can only be read is named with what to do, also to root, and is not touched"""
        if subprocess.run([*OWN_MOUNTS, "true"], capture_output=True, check=False).returncode != 0:
            self.skipTest("no mounts of our own here")
        self.expect(self.box.import_lines(1, simple()), OK)
        before = self.box.fingerprint()
        on_small_disk = ('cp -a "$1" "$1.copy"; mount -t tmpfs -o size=1M,mode=700 none "$1"; cp -a "$1.copy/." "$1"\n'
                         'rm -r "$1.copy"; cat /dev/zero >"$1/filling" 2>/dev/null || true')
        for why, mounting, said, hint in [
            ("nothing is wrong", "", None, None),
            ("a disk to be read only", 'mount --bind "$1" "$1"; mount -o remount,bind,ro "$1"',
             "box cannot be written: Read-only file system", "mount its disk for writing"),
            ("box.db to be read only", 'mount --bind "$1/box.db" "$1/box.db"; mount -o remount,bind,ro "$1/box.db"',
             "box.db cannot be written: Read-only file system", "mount its disk for writing"),
            ("a full disk", on_small_disk, "box cannot be written: No space left on device", "make room"),
        ]:
            with self.subTest(why):
                result = self.check_on(mounting)
                lines = result.stdout.splitlines()
                wrong = [number for number, line in enumerate(lines) if line.startswith("wrong    writing")]
                self.assertEqual(result.returncode, STORAGE if said else OK, result.stdout + result.stderr)
                self.assertEqual(len(wrong), 1 if said else 0, result.stdout)
                if said:
                    self.assertIn(said, lines[wrong[0]])
                    self.assertIn(hint, lines[wrong[0] + 1])
        after = self.box.fingerprint()
        for name in ("box.db-wal", "box.db-shm"):  # SQLite's, whoever reads
            before.pop(name, None)
            after.pop(name, None)
        self.assertEqual(after, before)

    def test_wrong_owner(self):
        """what the owner of the box's folder cannot write is named, though root can"""
        if os.geteuid() != 0:
            self.skipTest("only root can give a file away")
        os.chown(self.box.folder, 12345, 12345)
        result = self.expect(self.box.postbox("check"), STORAGE)
        self.assertIn("box.db cannot be written by the user to whom", result.stdout)
        self.assertEqual(result.stdout.count("chown --reference="), 1)
        for file in self.box.folder.glob("box.db*"):
            os.chown(file, 12345, 12345)
        self.expect(self.box.postbox("check"), OK)

    def test_copied_box(self):
        """a box that was copied looks at its own packs, also at what an older version wrote down of them"""
        self.expect(self.box.import_lines(1, simple()), OK)
        self.expect(self.box.empty(), OK)
        kept = {"as it is kept now": None, "as an older version kept it": str(self.box.exports)}
        for number, (why, exports) in enumerate(kept.items()):
            with self.subTest(why):
                copy = self.copy_of(self.box, f"copy{number}")
                if exports:
                    with copy.database() as database:
                        database.execute("UPDATE emptyings SET exports = ?", (exports,))
                        database.commit()
                self.assertNotIn("not where they were put", self.expect(copy.postbox("check"), OK).stdout)
                (changed,) = copy.exports.glob("*/*/feedback.csv")
                changed.write_bytes(changed.read_bytes() + b"x")
                self.assertIn("feedback.csv", self.expect(copy.postbox("check"), DATA).stdout)
                self.expect(self.box.postbox("check"), OK)
                (copy.exports / month(1)).rename(copy.folder.parent / f"moved{number}")
                said = self.expect(copy.postbox("check"), OK).stdout
                self.assertIn(f"not where they were put: {copy.exports / month(1)}", said)

    def test_openness(self):
        """what others may write, and exports that they may read, are named with what to do; a group is let be"""
        self.expect(self.box.import_lines(1, simple()), OK)
        self.expect(self.box.empty(), OK)
        cases = [
            ("the box", self.box.folder, 0o777, "chmod o-w"),
            ("its database", self.box.folder / "box.db", 0o666, "chmod o-w"),
            ("what was delivered", self.box.exports, 0o755, "chmod 700"),
            ("a public key", self.box.folder / "box.pub", 0o646, "chmod o-w"),
        ]
        for why, path, mode, advice in cases:
            with self.subTest(why):
                before = path.stat().st_mode & 0o777
                path.chmod(mode)
                said = self.expect(self.box.postbox("check"), NO_PERMISSION).stdout
                self.assertIn(f"{advice} {path}", said)
                path.chmod(before)
        (self.box.folder / "box.db").chmod(0o660)
        self.box.folder.chmod(0o770)
        self.expect(self.box.postbox("check"), OK)

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
