"""A passphrase is asked for at the terminal: without echo, and with echo again however it ends."""

import os
import pty
import select
import signal
import subprocess
import termios

import support
from support import OK, BoxTest, month, simple


class Prompt(BoxTest):
    def ask(self, typed):
        """(how the command ended, what was shown, whether the terminal shows again what is typed)"""
        self.expect(self.box.import_lines(1, simple()), OK)
        terminal, other_end = pty.openpty()  # held open here, so that it can be looked at afterwards
        child = subprocess.Popen(
            ["setsid", "--ctty", support.POSTBOX, "--dir", self.box.folder, "empty", "--dry-run"],
            stdin=other_end, stdout=other_end, stderr=other_end,
            # as at a terminal, also where the tests run in the background, with Ctrl-C ignored
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL))
        shown = b""
        while b"Passphrase of" not in shown:
            shown += os.read(terminal, 4096)
        os.write(terminal, typed)
        code = child.wait(timeout=60)
        while select.select([terminal], [], [], 0.2)[0]:
            shown += os.read(terminal, 4096)
        echoes = bool(termios.tcgetattr(other_end)[3] & termios.ECHO)
        os.close(terminal)
        os.close(other_end)
        return code, shown.decode("utf-8"), echoes

    def test_typed(self):
        """what is typed is not shown, and opens the box"""
        code, shown, echoes = self.ask(support.PASSPHRASE.encode() + b"\n")
        self.assertEqual(code, OK, shown)
        self.assertNotIn(support.PASSPHRASE, shown)
        self.assertIn(month(1), shown)
        self.assertTrue(echoes)

    def test_interrupted(self):
        """Ctrl-C ends the command by that signal, and the terminal is as before"""
        code, shown, echoes = self.ask(b"three her\x03")
        self.assertEqual(code, -signal.SIGINT, shown)
        self.assertNotIn("three", shown)
        self.assertTrue(echoes)
