"""postbox backup and restore with the real programs: while posts come, killed in the middle, and back again."""

import fcntl
import itertools
import json
import os
import subprocess
import tarfile
import time

import support
from kill_test import NAMES, Poster
from support import CANNOT_CREATE, DATA, NO_INPUT, OK, TRY_AGAIN, BoxTest, RunningServer, month, simple

KILLS = 24


class Backup(BoxTest):
    def setUp(self):
        super().setUp()
        self.file = self.folder / "box.tar"

    def back_up(self, *arguments):
        return self.box.postbox("backup", self.file, *arguments)

    def manifest(self):
        with tarfile.open(self.file) as archive:
            return json.load(archive.extractfile("manifest.json"))

    def restored(self, name, *arguments):
        """A box made from the backup in a folder of its own, with copies of the keys brought there."""
        box = support.Box(self.folder / name)
        self.expect(box.postbox("restore", self.file, *arguments), OK)
        keys = box.folder / "keys"
        keys.mkdir(mode=0o700)
        for key in (self.box.folder / "keys").iterdir():
            (keys / key.name).write_bytes(key.read_bytes())
            (keys / key.name).chmod(0o600)
        return box

    def test_while_posts_come(self):
        """every post acknowledged before a backup began is in it, those after it are not lost, and none is refused"""
        names = iter(NAMES)
        with RunningServer(self.box) as server:
            first = [next(names) for _ in range(40)]
            for name in first:
                self.assertEqual(server.post(simple(name))[0], 201)
            posters = [Poster(server, list(itertools.islice(names, 400))) for _ in range(3)]
            for poster in posters:
                poster.start()
            time.sleep(0.1)
            self.expect(self.back_up(), OK)
            for poster in posters:
                poster.join()
        sent = [name for poster in posters for name in poster.sent]
        self.assertEqual(sent, [name for poster in posters for name in poster.acknowledged], "nobody was refused")
        self.assertEqual(self.box.stored(), len(first) + len(sent))
        box = self.restored("again")
        self.assertGreaterEqual(box.stored(), len(first))
        self.expect(box.empty("--up-to-now"), OK)
        words = box.words()
        self.assertEqual([name for name in first if words.count(name) != 1], [])
        self.assertEqual([name for name in sent if words.count(name) > 1], [])

    def test_one_private_file(self):
        """a backup is a tar of 0600 that says what is in it, with no key, no clock time and nothing that was purged"""
        self.expect(self.box.import_lines(2, simple("old")), OK)
        self.expect(self.box.empty(), OK)
        with self.box.database() as database:
            trace = database.execute("SELECT sealed FROM sealed_submissions").fetchone()[0][200:264]
            database.execute("UPDATE emptyings SET exported_on = '2020-01-31'")
            database.commit()
        self.expect(self.back_up(), OK)
        self.assertIn(trace, self.file.read_bytes())
        self.expect(self.box.postbox("purge"), OK)
        self.expect(self.back_up(), CANNOT_CREATE, "is there already")
        self.expect(self.back_up("--replace"), OK)
        self.assertNotIn(trace, self.file.read_bytes())
        self.assertEqual(self.file.stat().st_mode & 0o777, 0o600)
        with tarfile.open(self.file) as archive:
            self.assertEqual({member.mtime for member in archive}, {0})
            self.assertEqual([member.name for member in archive],
                             ["manifest.json", "box.pub", "safeguarding.pub", "postbox.toml", "box.db"])
        self.assertEqual(self.manifest()["submissions"], 0)
        for key in (self.box.folder / "keys").iterdir():
            secret = key.read_text(encoding="utf-8").splitlines()[-1].encode()
            self.assertNotIn(secret, self.file.read_bytes())
        self.assertEqual(sorted(path.name for path in self.folder.glob("box.tar*")), ["box.tar"])

    def test_server_and_restore(self):
        """no restore while a server runs; after one it serves the box that came back, also where posts went on"""
        self.expect(self.box.import_lines(1, simple("before")), OK)
        self.expect(self.back_up(), OK)
        with RunningServer(self.box) as server:
            self.assertEqual(server.post(simple("after"))[0], 201)
            before = self.box.stored()
            self.expect(self.box.postbox("restore", self.file, "--replace"), TRY_AGAIN, "postbox-server")
            self.assertEqual(server.post(simple("after that"))[0], 201)
            self.assertEqual(self.box.stored(), before + 1)
        self.expect(self.box.postbox("restore", self.file), CANNOT_CREATE, "2 submissions")
        self.expect(self.box.postbox("restore", self.file, "--replace"), OK, "replaced-1")
        self.assertEqual(self.box.stored(), 1)
        with RunningServer(self.box) as server:
            self.assertEqual(server.post(simple("new"))[0], 201)
        self.assertEqual(self.box.stored(), 2)
        # What came between the two lies aside in a box of its own, and can be emptied from there.
        aside = support.Box(self.box.folder / "replaced-1")
        self.expect(aside.postbox("empty", "--up-to-now", "--key", self.box.folder / "keys" / "box.key",
                                  "--passphrase-file", self.box.passphrase_file), OK)
        self.assertEqual(aside.words().count("after"), 2)

    def test_server_during_restore(self):
        """while a restore has the box a server reads nothing of it: half of it may be there"""
        (self.box.folder / "box.pub").unlink()
        (self.box.folder / "postbox.toml").write_text("half a setting", encoding="utf-8")
        folder = os.open(self.box.folder, os.O_RDONLY)
        try:
            fcntl.flock(folder, fcntl.LOCK_EX)
            server = support.run(support.SERVER, "--dir", self.box.folder, "--check")
            self.expect(server, TRY_AGAIN, "being restored")
        finally:
            os.close(folder)
        self.expect(support.run(support.SERVER, "--dir", self.box.folder, "--check"), NO_INPUT, "box.pub is missing")
        self.expect(support.run(support.SERVER, "--dir", self.folder / "none", "--check"), NO_INPUT, "there is no box")

    def test_nothing_twice(self):
        """emptied, restored from a backup of before and emptied again: nobody receives anything a second time"""
        self.expect(self.box.import_lines(2, *[simple(name) for name in NAMES[:20]]), OK)
        self.expect(self.back_up(), OK)
        self.expect(self.box.empty(), OK)
        packs = support.fingerprint(self.box.exports)
        self.expect(self.box.postbox("restore", self.file, "--replace"), OK, "exports/")
        self.expect(self.box.import_lines(2, simple(NAMES[20])), OK)
        self.expect(self.box.empty(), OK, "20 of its submissions")
        self.assertEqual(self.box.packs(), [month(2), month(2) + ".2"])
        self.assertEqual({name: sum_ for name, sum_ in support.fingerprint(self.box.exports).items() if name in packs}, packs)
        words = self.box.words()
        self.assertEqual([name for name in NAMES[:21] if words.count(name) != 1], [])

    def test_killed(self):
        """kill -9 in a backup leaves the one of before, in a restore the old box or the new one; then both go on"""
        self.expect(self.box.import_lines(2, *[simple(name) for name in NAMES[:300]]), OK)
        self.expect(self.back_up(), OK)
        older = self.file.read_bytes()
        self.expect(self.box.import_lines(2, *[simple(name) for name in NAMES[300:600]]), OK)
        for command, killed_box in (("backup", self.box), ("restore", None)):
            # How long it takes in peace, each of the two by itself: a restore takes longer than a backup.
            peaceful = self.copy_of(self.box, f"peaceful-{command}")
            began = time.monotonic()
            self.expect(peaceful.postbox(command, self.file, "--replace"), OK)
            stretch = time.monotonic() - began
            states = set()
            for number in range(KILLS):
                box = killed_box or self.copy_of(self.box, f"killed-{number}")
                self.file.write_bytes(older)
                process = subprocess.Popen(
                    [support.POSTBOX, "--dir", box.folder, command, self.file, "--replace"],
                    stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
                time.sleep(stretch * 2 * number / KILLS)
                process.kill()
                process.wait()
                if command == "backup":
                    states.add(found := self.manifest()["submissions"])
                    self.assertIn(found, (300, 600))
                    self.expect(support.Box(self.folder / f"whole-{number}").postbox("restore", self.file), OK)
                else:
                    states.add(found := box.stored())
                    self.assertIn(found, (300, 600))
                    with box.database() as database:
                        self.assertEqual(database.execute("PRAGMA integrity_check").fetchone()[0], "ok")
                self.expect(box.postbox(command, self.file, "--replace"), OK)
                if command == "restore":
                    self.assertEqual(box.stored(), 300)
                    self.assertFalse((box.folder / ".restoring").exists())
            self.assertEqual(len(states), 2, f"{command}: some kills came before the end, some after it")

    def test_damaged(self):
        """what is no backup any more is refused and changes nothing"""
        self.expect(self.box.import_lines(1, simple()), OK)
        self.expect(self.back_up(), OK)
        whole, before = self.file.read_bytes(), self.box.fingerprint()
        for damaged in (b"", whole[:-600], whole[: len(whole) // 2] + b"?" + whole[len(whole) // 2 + 1:], b"x" * 5000):
            self.file.write_bytes(damaged)
            self.expect(self.box.postbox("restore", self.file, "--replace"), DATA, "damaged")
            self.assertEqual(self.box.fingerprint(), before)
