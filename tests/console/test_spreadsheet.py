"""Tables that a spreadsheet takes for what they are, whatever is in the names."""

from purenet.console import spreadsheet
from purenet.words import harmless
from tests import InAFolder, called


class Cells(InAFolder):
    def test_no_name_is_a_formula_or_an_order(self):
        for name, cell in (
            ("=1+1", "'=1+1"), ("@SUM(A1)", "'@SUM(A1)"), ("王 =1", "王 =1"),
            ("+1.png", "'+1.png"), ("-1.png", "'-1.png"), ("=cmd|x", '"\'=cmd|x"'),
            ("\t=1+1", "'?=1+1"), ("\r=1", "'?=1"), (" =1", "' =1"), ("＝1", "'＝1"),
            ("a\nb", "a?b"), ("\x1b[2J", "?[2J"), ("bad\udcff.png", "bad?.png"),
            ('a"b', '"a""b"'), ("a;=b", '"a;=b"'), ("1,5", '"1,5"'), (0.5, "0.5"),
        ):  # fmt: skip
            self.assertEqual(spreadsheet.text([[name]]), f"{cell}\n", name)

    def test_it_is_written_whole_and_in_utf_8(self):
        path = self.folder / "王.csv"
        called(lambda _: spreadsheet.save([["file"], ["数\udcff"]], path))
        self.assertEqual(path.read_bytes(), "\ufefffile\n数?\n".encode())

    def test_what_people_write_stays(self):
        for text in (
            "数字 3.png", "a\u3000b", "é\u00a0è", "👩\u200d🚀", "two\nlines\t"
        ):  # fmt: skip
            self.assertEqual(harmless(text), text)
