"""A flood of posts: nobody is kept out, what looks like the flood is marked inside its seal, the alert rings once."""

import json
import time

import support
from wire import AttackTest, Wire, is_sanitized, post

FLOOD = 2_000 if is_sanitized() else 10_000
COMPLAINT = "The head of this school lies to every parent and should be sent away before the summer, number {}."
# Every one different, as people are.
HONEST = ["The bus was late on three days and the escort had not been told about the seat.",
          "Our speech therapist listens, and my daughter has begun to read aloud at home.",
          "We waited fourteen months for the first appointment and heard nothing in between.",
          "The review went well because everybody had read the papers beforehand.",
          "Nobody answers the telephone after three, so working parents cannot reach anyone."]


class Flood(AttackTest):
    def setUp(self):
        super().setUp()
        self.server.stop()
        self.rung = self.folder / "rung"
        settings = self.box.folder / "postbox.toml"
        command = f'alert_command = ["sh", "-c", "echo rung >> {self.rung}"]'
        lines = [line for line in settings.read_text(encoding="utf-8").splitlines()
                 if not line.lstrip("# ").startswith("alert_command")]
        # Before the first table: a line behind one would be part of it.
        settings.write_text(command + "\n" + "\n".join(lines) + "\n", encoding="utf-8")
        self.server = support.RunningServer(self.box)
        self.addCleanup(self.server.stop)

    def send_all(self, bodies):
        for begin in range(0, len(bodies), 100):
            with Wire(self.server) as wire:
                wire.send(b"".join(post(body) for body in bodies[begin:begin + 100]))
                statuses = {self.count(wire.answer()).status for _ in bodies[begin:begin + 100]}
                self.assertEqual(statuses, {201}, "in a flood, too, everybody is thanked")

    def test_flood(self):
        """a flood of nearly the same words keeps no honest post out, is set apart and counted, and loses nothing"""
        where = {"areas": ["transport"], "district": "carlisle"}
        self.send_all([{"feedback": words} | where for words in HONEST[:2]])
        flood = [{"feedback": COMPLAINT.format(number)} | where for number in range(FLOOD)]
        for place, words in zip((FLOOD // 3, FLOOD // 2, FLOOD - 100), HONEST[2:]):
            flood.insert(place, {"feedback": words} | where)
        self.send_all(flood)
        self.server.stop()
        self.expect(self.box.empty("--up-to-now"), support.OK)
        lines = [json.loads(line) for line in self.box.words("*/unsorted/feedback.jsonl").splitlines()]
        suspected = [line["feedback"] for line in lines if line["suspected"] == "yes"]
        self.assertGreater(len(suspected), FLOOD * 0.8)
        self.assertFalse(set(suspected) & set(HONEST))
        delivered = self.box.words().replace(self.box.words("*/unsorted/feedback.jsonl"), "")
        for words in HONEST:
            self.assertIn(words, delivered)
        manifest = self.box.manifest(self.box.packs()[0])
        self.assertEqual(manifest["opened"], FLOOD + len(HONEST))
        self.assertEqual(manifest["delivered"] + manifest["unsorted"] + manifest["held"], manifest["opened"])
        self.assertGreaterEqual(manifest["unsorted"], len(suspected))
        self.release(next(line for line in lines if line["suspected"] == "yes"))

    def release(self, line):
        """The keeper finds that one of them is no part of the flood: it goes where it belongs, once."""
        sheet = self.folder / "released.csv"
        sheet.write_text(f"reference,send_to\n{line['reference']},transport\n", encoding="utf-8")
        self.expect(self.box.postbox("resort", sheet, "--passphrase-file", self.box.passphrase_file), support.OK)
        self.expect(self.box.empty("--up-to-now"), support.OK)
        pack = self.box.packs()[1]
        self.assertEqual(self.box.manifest(pack)["delivered"], 1)
        (delivered,) = self.box.words(f"{pack}/cumberland-transport/feedback.jsonl").splitlines()
        self.assertEqual(json.loads(delivered)["feedback"], line["feedback"])
        self.expect(self.box.empty("--up-to-now"), support.OK)
        self.assertEqual(len(self.box.packs()), 2)

    def test_alert(self):
        """a flood of urgent posts is all in the lane, and rings once"""
        self.send_all([{"feedback": f"case {number}", "risk_now": True} for number in range(FLOOD)])
        time.sleep(3)
        self.assertEqual(self.rung.read_text(encoding="utf-8").splitlines(), ["rung"])
        with self.box.database() as database:
            self.assertEqual(database.execute("SELECT count(*) FROM safeguarding_items").fetchone()[0], FLOOD)

    def after_the_attack(self):
        if self.server.process.poll() is None:
            super().after_the_attack()
