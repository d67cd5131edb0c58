"""Real people's digits, rows and pages, where $PURENET_PHOTOS names a folder of them.

In it labels.tsv (file, digit, source, medium) and rows/labels.tsv (file, digits, a /
between lines) say what is on them.
"""

import os
import unittest
from collections import Counter
from pathlib import Path

from purenet.data import DataError
from purenet.photos import photo, reading
from purenet.runs import shipped, verdict

PHOTOS = os.environ.get("PURENET_PHOTOS")


@unittest.skipUnless(PHOTOS, "set PURENET_PHOTOS")
class PeopleTest(unittest.TestCase):
    def test_how_many_are_read(self):
        """Printed by medium; firm is what is said without a doubt."""
        net, folder, read, seen = shipped.load(), Path(PHOTOS), Counter(), Counter()
        for table, kind in (("labels.tsv", ""), ("rows/labels.tsv", "rows")):
            for line in (folder / table).read_text().splitlines()[1:]:
                name, wanted, *more = line.split("\t")
                try:
                    picture = photo.read((folder / table).parent / name)
                    found = reading.read(picture, net.feedforward)
                except DataError:
                    found = []
                lines = [""] * (found[-1].line + 1 if found else 1)
                for digit in found:
                    lines[digit.line] += str(verdict.best_two(digit.outputs)[0])
                sure = {verdict.how_sure(digit.outputs) for digit in found}
                kinds = [kind] if kind else ["all", more[1]]
                for each in kinds + ["firm"] * (sure == {"sure"}):
                    seen[each] += 1
                    read[each] += "/".join(lines) == wanted
        for each in sorted(seen):
            print(f"{each}: {read[each]} of {seen[each]}")
        self.assertGreaterEqual(read["all"], 0.95 * seen["all"])
        self.assertGreaterEqual(read["firm"], 0.985 * seen["firm"])
