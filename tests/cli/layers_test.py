"""tools/layers.py sees wrong arrows: it is fed trees with one fault each."""

import pathlib
import subprocess
import sys
import tempfile
import unittest

import support


class Layers(unittest.TestCase):
    def faults(self, tree):
        """What the tool prints for a src/ with these files."""
        with tempfile.TemporaryDirectory(prefix="postbox-layers-") as folder:
            for name, text in tree.items():
                path = pathlib.Path(folder) / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, encoding="utf-8")
            ran = subprocess.run([sys.executable, support.HOUSE / "tools" / "layers.py", folder],
                                 capture_output=True, text=True, check=False)
            self.assertEqual(ran.returncode, 1 if ran.stdout else 0, ran.stderr)
            return ran.stdout.splitlines()

    def test_house(self):
        """the house itself has no fault"""
        ran = subprocess.run([sys.executable, support.HOUSE / "tools" / "layers.py"], capture_output=True, text=True,
                             check=False)
        self.assertEqual((ran.returncode, ran.stdout), (0, ""))

    def test_good(self):
        """arrows that the map has are silent"""
        self.assertEqual(self.faults({
            "base/clock.hpp": "#include <chrono>\n",
            "feedback/tone.hpp": '#include "base/clock.hpp"\n',
            "seal/sealer.cpp": "#include <sodium.h>\n",
            "seal/opener/open.cpp": '#include <sodium.h>\n\n#include "seal/sealer.hpp"\n',
            "seal/sealer.hpp": '#include "feedback/tone.hpp"\n',
            "emptying/empty.cpp": '#include "seal/opener/open.hpp"\n#include <nlohmann/json.hpp>\n',
            "seal/opener/open.hpp": "",
            "config/form_file.cpp": '#include "form/form.hpp"\n',
            "form/form.hpp": "",
            "cli/import.cpp": '#include "form/form.hpp"\n#include "config/form_file.hpp"\n',
            "config/form_file.hpp": "",
            "server_main.cpp": '#include "config/form_file.hpp"\n',
            "store/connection.cpp": "#include <sqlite3.h>\n",
            "store/statement.cpp": "#include <sqlite3.h>\n",
        }), [])

    def test_arrows(self):
        """an arrow against the map is named with file and line"""
        cases = [
            ("base looks up", "base/a.hpp", "feedback/b.hpp"),
            ("feedback looks up", "feedback/a.hpp", "form/b.hpp"),
            ("transforming rooms meet", "report/a.cpp", "deliver/b.hpp"),
            ("transforming rooms meet", "classify/a.cpp", "redact/b.hpp"),
            ("sealing knows no opener", "seal/a.cpp", "seal/opener/b.hpp"),
            ("the public side opens", "intake/a.cpp", "seal/opener/b.hpp"),
            ("the public side empties", "intake/a.cpp", "emptying/b.hpp"),
            ("the public program opens", "server_main.cpp", "seal/opener/b.hpp"),
            ("the public program has the keeper's commands", "server_main.cpp", "cli/b.hpp"),
            ("the keeper serves", "cli/a.cpp", "intake/b.hpp"),
            ("a room reads config", "intake/a.cpp", "config/b.hpp"),
            ("emptying reads config", "emptying/a.cpp", "config/b.hpp"),
            ("a room calls the commands", "emptying/a.cpp", "cli/b.hpp"),
            ("store knows keys", "store/a.cpp", "seal/b.hpp"),
            ("config opens", "config/a.cpp", "seal/opener/b.hpp"),
        ]
        for why, file, included in cases:
            with self.subTest(f"{why}: {file} -> {included}"):
                found = self.faults({file: f'#include <string>\n#include "{included}"\n', included: ""})
                self.assertEqual(len(found), 1, found)
                self.assertTrue(found[0].startswith(f"{file}:2: "), found)

    def test_spelling(self):
        """an arrow cannot hide behind its spelling"""
        cases = [
            ("angle brackets", "#include <form/b.hpp>"),
            ("blanks", '  #  include   "form/b.hpp"'),
            ("from where it stands", '#include "../form/b.hpp"'),
        ]
        for why, line in cases:
            with self.subTest(why):
                self.assertEqual(len(self.faults({"report/a.cpp": line + "\n", "form/b.hpp": ""})), 1)

    def test_libraries(self):
        """a library outside its room is named"""
        cases = [
            ("SQLite outside store", "emptying/a.cpp", "sqlite3.h"),
            ("libsodium outside seal", "store/a.cpp", "sodium.h"),
            ("a part of libsodium", "base/a.cpp", "sodium/utils.h"),
            ("TOML outside its file", "config/form_file.cpp", "toml++/toml.h"),
            ("the packaged HTTP library", "intake/a.cpp", "httplib.h"),
            ("options outside cli", "emptying/a.cpp", "CLI/CLI.hpp"),
            ("workbooks outside report", "emptying/a.cpp", "xlsxwriter.h"),
            ("JSON in a header", "form/a.hpp", "nlohmann/json.hpp"),
            ("regular expressions", "redact/a.cpp", "regex"),
            ("ranges", "base/a.cpp", "ranges"),
        ]
        for why, file, header in cases:
            with self.subTest(why):
                self.assertEqual(len(self.faults({file: f"#include <{header}>\n"})), 1)

    def test_one_file_only(self):
        """a slow library in two files is named"""
        two = self.faults({"cli/a.cpp": "#include <CLI/CLI.hpp>\n", "cli/b.cpp": "#include <CLI/App.hpp>\n"})
        self.assertEqual(len(two), 1)
        self.assertIn("cli/b.cpp:1", two[0])

    def test_strangers(self):
        """a room that is not on the map is named, and so is an empty tree"""
        self.assertEqual(len(self.faults({"utils/a.cpp": ""})), 1)
        self.assertEqual(len(self.faults({})), 1)

    def test_cycles(self):
        """files that include each other are named"""
        found = self.faults({"form/a.hpp": '#include "form/b.hpp"\n', "form/b.hpp": '#include "form/a.hpp"\n'})
        self.assertEqual(found, ["a cycle of files: form/a.hpp -> form/b.hpp -> form/a.hpp"])
