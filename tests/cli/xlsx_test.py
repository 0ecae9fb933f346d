"""feedback.xlsx: read back by other tools than those of the house (zipfile and expat)."""

import re
import xml.etree.ElementTree
import zipfile

from support import OK, BoxTest, month, simple

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


class Workbook:
    """The sheets of a workbook as lists of {column letter: words}; every part must be well-formed."""

    def __init__(self, path):
        with zipfile.ZipFile(path) as archive:
            assert archive.testzip() is None
            self.dates = {entry.date_time for entry in archive.infolist()}
            self.parts = {name: xml.etree.ElementTree.fromstring(archive.read(name))
                          for name in archive.namelist()}
        shared = self.parts.get("xl/sharedStrings.xml")
        self.shared = [] if shared is None else ["".join(item.itertext()) for item in shared]
        names = [sheet.get("name") for sheet in self.parts["xl/workbook.xml"].iter(MAIN + "sheet")]
        self.sheets = {name: self.rows(f"xl/worksheets/sheet{number}.xml")
                       for number, name in enumerate(names, 1)}

    def rows(self, part):
        sheet = self.parts[part]
        assert sheet.find(f".//{MAIN}f") is None, "a formula"
        assert sheet.find(f".//{MAIN}hyperlink") is None, "a link"
        return [{re.sub("[0-9]", "", cell.get("r")): self.words(cell) for cell in row}
                for row in sheet.iter(MAIN + "row")]

    def words(self, cell):
        if cell.get("t") == "s":
            return self.shared[int(cell.findtext(MAIN + "v"))]
        return "".join(cell.itertext())


class Xlsx(BoxTest):
    def workbook(self, *submissions):
        self.expect(self.box.import_lines(1, *submissions), OK)
        self.expect(self.box.empty(), OK)
        (path,) = self.box.exports.glob("*/*/feedback.xlsx")
        self.assertEqual(path.stat().st_mode & 0o777, 0o600)
        self.assertEqual([str(left) for left in self.box.exports.rglob("*.part")], [])
        return Workbook(path)

    def test_table(self):
        """a cover, notes and one named table with filters, and no clock time"""
        book = self.workbook(simple("first"), simple("second"))
        self.assertEqual(list(book.sheets), ["Cover", "Notes", "Feedback"])
        table = book.parts["xl/tables/table1.xml"]
        self.assertEqual((table.get("name"), table.get("ref")[:4], table.get("ref")[-1]), ("Feedback", "A1:H", "3"))
        self.assertIsNotNone(table.find(MAIN + "autoFilter"))
        rows = book.sheets["Feedback"]
        self.assertEqual({row["F"] for row in rows}, {"feedback", "first", "second"})
        self.assertEqual({row["B"] for row in rows[1:]}, {month(1)})
        self.assertEqual([row["A"] for row in rows[1:] if not re.fullmatch("[a-z2-7]{12}", row["A"])], [])
        cover = " ".join(words for row in book.sheets["Cover"] for words in row.values())
        self.assertIn("Identifiers removed by machine, handle with care", cover)
        self.assertEqual(book.dates, {(1980, 1, 1, 0, 0, 0)})
        created = [element.text for element in book.parts["docProps/core.xml"] if element.tag.endswith("created")]
        self.assertEqual(created, [month(1) + "-01T00:00:00Z"])

    def test_hostile(self):
        """whatever was typed is words: formulas, controls, escapes, links"""
        typed = {
            "=1+1 is late": "=1+1 is late",
            "-2 +3 is late": "-2 +3 is late",
            "a bell \u0007 and U+FFFF \uffff": "a bell _x0007_ and U+FFFF _xFFFF_",
            "typed _x000D_ here": "typed _x005F_x000D_ here",
            "<bus> & \"late\" ]]>": "<bus> & \"late\" ]]>",
            "https://example.org is late": "https://example.org is late",
            "late " * 1999: "late " * 1999,
        }
        book = self.workbook(*[simple(text) for text in typed])
        self.assertEqual(sorted(row["F"] for row in book.sheets["Feedback"][1:]), sorted(typed.values()))
