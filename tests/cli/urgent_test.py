"""The safeguarding lane from outside: a live server, its alerts, the lead's commands, the month's packs."""

import json
import time

from support import NO_PERMISSION, OK, BoxTest, RunningServer, month, simple

URGENT = {"feedback": "Jo Bell says he will hurt himself tonight.", "district": "carlisle", "areas": ["camhs"],
          "risk_now": True}
SENTENCE = "1 unopened item in the safeguarding lane"


def wait_for(what, seconds=20):
    """What `what` gives once it is true; alerts come in their own time."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        found = what()
        if found:
            return found
        time.sleep(0.1)
    raise AssertionError(f"nothing came of it in {seconds} s")


class Urgent(BoxTest):
    def settings(self, text):
        path = self.box.folder / "postbox.toml"
        kept = [line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("alert_command")]
        path.write_text("\n".join(kept) + "\n" + text + "\n", encoding="utf-8")

    def script(self, name, body):
        path = self.folder / name
        path.write_text("#!/bin/sh\n" + body, encoding="utf-8")
        path.chmod(0o755)
        return path

    def lane(self):
        return json.loads(self.expect(self.box.postbox("urgent", "--json"), OK).stdout)

    def urgent(self, *arguments):
        return self.box.postbox("urgent", "--passphrase-file", self.box.safeguarding_file, *arguments)

    def test_from_post_to_pack(self):
        """posted, alerted within a minute, held, read by the lead alone, released, delivered redacted"""
        with RunningServer(self.box) as server:
            status, answer = server.post(URGENT)
            self.assertEqual(status, 201)
            self.assertTrue(answer["signposts"], "somebody to ring")
            alert = self.box.folder / "alerts" / "safeguarding"
            said = wait_for(lambda: alert.exists() and alert.read_text(encoding="utf-8"))
        self.assertEqual(said.strip(), SENTENCE)
        (item,) = self.lane()
        self.expect(self.box.empty("--up-to-now"), OK, "1 held")
        self.assertNotIn("hurt himself", self.box.words())
        self.expect(self.box.postbox("urgent", "--show", item["id"], "--passphrase-file", self.box.passphrase_file),
                    NO_PERMISSION)
        self.assertIn("Jo Bell", self.expect(self.urgent("--show", item["id"], "--as", "the lead"), OK).stdout)
        self.expect(self.urgent("--release", item["id"]), OK)
        self.expect(self.box.empty("--up-to-now"), OK)
        delivered = self.box.words(month(0) + ".2/cntw-camhs/feedback.jsonl")
        self.assertIn("hurt himself", delivered)
        self.assertNotIn("Jo Bell", delivered)

    def test_quiet(self):
        """what is not urgent rings nobody"""
        with RunningServer(self.box) as server:
            self.assertEqual(server.post(simple())[0], 201)
            time.sleep(2)
        self.assertFalse((self.box.folder / "alerts").exists())
        self.assertEqual(self.lane(), [])

    def test_tick(self):
        """the tick is enough, whatever the words say"""
        with RunningServer(self.box) as server:
            self.assertEqual(server.post(simple() | {"risk_now": True})[0], 201)
        self.assertEqual(len(self.lane()), 1)

    def test_failing_command(self):
        """a command that fails is named in the log without content, and a restart rings again"""
        failing = self.script("failing", "cat >/dev/null\nexit 1\n")
        self.settings(f'alert_command = ["{failing}"]')
        with RunningServer(self.box) as server:
            self.assertEqual(server.post(URGENT)[0], 201)
            time.sleep(3)
            server.stop()
            self.assertIn("alert", server.errors)
            self.assertNotIn("Jo", server.errors)
        heard = self.folder / "heard"
        self.settings(f'alert_command = ["{self.script("ring", f"cat >>{heard}")}"]')
        with RunningServer(self.box):
            said = wait_for(lambda: heard.exists() and heard.read_text(encoding="utf-8"))
        self.assertEqual(said.strip(), SENTENCE)
