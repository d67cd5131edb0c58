"""Letters of 3 x 5 pixels, for pictures made of pixels.

Each letter is five digits from 0 to 7, one a row from the top; the three bits
of a digit are its pixels: 7 is ###, 5 is #.#, 2 is .#. and so on. Small
letters are written as capitals.

>>> for row in rows("4"):
...     print(row)
#.#
#.#
###
..#
..#
"""

from __future__ import annotations

LETTERS = {
    "0": "75557", "1": "26227", "2": "71747", "3": "71317", "4": "55711",
    "5": "74717", "6": "74757", "7": "71222", "8": "75757", "9": "75717",
    "A": "25755", "B": "65656", "C": "34443", "D": "65556", "E": "74647",
    "F": "74644", "G": "34553", "H": "55755", "I": "72227", "J": "11152",
    "K": "55655", "L": "44447", "M": "57755", "N": "65555", "O": "25552",
    "P": "65644", "Q": "25563", "R": "65655", "S": "34216", "T": "72222",
    "U": "55557", "V": "55552", "W": "55775", "X": "55255", "Y": "55222",
    "Z": "71247", ".": "00002", ",": "00024", ":": "02020", "-": "00700",
    "−": "00700", "+": "02720", "=": "07070", "%": "51245", "?": "71202",
    "/": "11244", "(": "24442", ")": "21112", "'": "22000", "·": "00200",
    "━": "00700", "<": "12421", ">": "42124", " ": "00000", "\"": "55000",
}  # fmt: skip
UNKNOWN = "77777"


def rows(letter: str) -> list[str]:
    """Return a letter's five rows, # for ink; a block where it is not known.

    >>> rows("é")[0], rows("t") == rows("T")
    ('###', True)
    """
    code = LETTERS.get(letter) or LETTERS.get(letter.upper()) or UNKNOWN
    return [f"{int(row):03b}".replace("1", "#").replace("0", ".") for row in code]
