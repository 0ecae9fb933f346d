"""How both programs are called: help, --dir, no box."""

import os
import re
import subprocess

import support
from support import NO_INPUT, OK, USAGE, BoxTest, month, run


class Usage(BoxTest):
    def test_help(self):
        """--help goes to standard output and is a success"""
        for program in (support.POSTBOX, support.SERVER):
            with self.subTest(program.name):
                asked = run(program, "--help")
                self.assertEqual(asked.returncode, OK)
                self.assertIn("--dir", asked.stdout)
                self.assertEqual(asked.stderr, "")

    def test_version(self):
        """--version names the program and the version that CMakeLists.txt gives it, whatever else is said"""
        told = re.search(r"^project\(postbox VERSION (\S+)", (support.HOUSE / "CMakeLists.txt").read_text(), re.MULTILINE)[1]
        for program, *more in ((support.POSTBOX,), (support.SERVER,), (support.SERVER, "--dir", "/nowhere")):
            with self.subTest(program.name, more=more):
                asked = run(program, *more, "--version")
                self.assertEqual((asked.returncode, asked.stdout, asked.stderr), (OK, f"{program.name} {told}\n", ""))
        self.expect(run(support.SERVER, "--version=1"), USAGE)

    def test_wrong(self):
        """what is no command or no option is bad usage, said on standard error"""
        cases = [
            ("no command", [support.POSTBOX]),
            ("no such command", [support.POSTBOX, "open"]),
            ("no such option", [support.POSTBOX, "empty", "--all"]),
            ("a value is missing", [support.POSTBOX, "empty", "--month"]),
            ("no such option of the server", [support.SERVER, "--port", "80"]),
            ("an address without a port", [support.SERVER, "--dir", self.box.folder, "--listen", "127.0.0.1"]),
            ("a port that is none", [support.SERVER, "--dir", self.box.folder, "--listen", "127.0.0.1:65536"]),
            ("plain HTTP for all the world", [support.SERVER, "--dir", self.box.folder, "--listen", "0.0.0.0:0"]),
        ]
        for why, command in cases:
            with self.subTest(why):
                result = run(*command)
                self.expect(result, USAGE)
                self.assertEqual(result.stdout, "")
                self.assertNotEqual(result.stderr, "")

    def test_dir_on_both_sides(self):
        """--dir is taken before and after the command's name, and is otherwise the folder one stands in"""
        phrase = ["--passphrase-file", self.box.passphrase_file]
        for why, command, cwd in [
            ("before", ["--dir", self.box.folder, "empty", *phrase], "/"),
            ("after", ["empty", "--dir", self.box.folder, *phrase], "/"),
            ("here", ["empty", *phrase], self.box.folder),
        ]:
            with self.subTest(why):
                result = run(support.POSTBOX, *command, cwd=cwd)
                self.assertEqual(result.returncode, OK, result.stderr)

    def test_no_box(self):
        """where there is no box, every command says so and makes none"""
        nowhere = self.folder / "nowhere"
        nowhere.mkdir()
        phrase = ["--passphrase-file", self.box.passphrase_file]
        for command in (["empty", *phrase], ["import", "-", "--month", month(1)], ["purge"], ["check"],
                        ["key", "show"]):
            with self.subTest(command[0]):
                self.expect(run(support.POSTBOX, "--dir", nowhere, *command), NO_INPUT)
        self.expect(run(support.SERVER, "--dir", nowhere, "--listen", "127.0.0.1:0"), NO_INPUT)
        self.assertEqual(list(nowhere.iterdir()), [])

    def test_full_pipe(self):
        """a reader of standard output who goes away is not a crash"""
        listing = subprocess.run(f"{support.POSTBOX} --help | head -c 1", shell=True, check=False,
                                 capture_output=True, text=True)
        self.assertNotIn("terminate called", listing.stderr)

    def test_unreadable_input(self):
        """input that breaks off is an error of its own, never the end of it: half of a file is not imported"""
        for command in (["classify"], ["import", "-", "--month", month(1), "--dir", self.box.folder]):
            with self.subTest(command[0]):
                folder = os.open(self.folder, os.O_RDONLY)  # it opens, and cannot be read
                read = subprocess.run([support.POSTBOX, *command], stdin=folder, check=False,
                                      capture_output=True, text=True)
                os.close(folder)
                self.assertEqual(read.returncode, 74, read.stderr)
                self.assertIn("standard input", read.stderr)
