"""What Python says of a file that it cannot read, in the language that is spoken.

Python says it in English, each version a little otherwise. Where it is one of
these, what stands for each {} is put into the translation.

>>> in_words("'(' was never closed")
"'(' was never closed"
"""

from __future__ import annotations

import re

from purenet.words import later, say

SENTENCES = (
    later("invalid syntax"),
    later("invalid syntax. Perhaps you forgot a comma?"),
    later("invalid syntax. Maybe you meant '==' or ':=' instead of '='?"),
    later("invalid syntax ({})"),
    later("expected ':'"),
    later("expected an indented block"),
    later("expected an indented block after {}"),
    later("unexpected indent"),
    later("unindent does not match any outer indentation level"),
    later("inconsistent use of tabs and spaces in indentation"),
    later("{} was never closed"),
    later("parenthesis is never closed"),
    later("unmatched {}"),
    later("closing parenthesis {} does not match opening parenthesis {} on line {}"),
    later("closing parenthesis {} does not match opening parenthesis {}"),
    later("EOL while scanning string literal"),
    later("EOF while scanning triple-quoted string literal"),
    later("unexpected EOF while parsing"),
    later("unterminated string literal (detected at line {})"),
    later("unterminated triple-quoted string literal (detected at line {})"),
    later("invalid character {} ({})"),
    later("invalid non-printable character {}"),
    later("invalid character in identifier"),
    later("cannot assign to {}"),
    later("'return' outside function"),
    later("source code cannot contain null bytes"),
    later("source code string cannot contain null bytes"),
)
LONGEST = 300  # characters; what is longer is not among them


def in_words(message: str) -> str:
    """Return what Python says, as it is said where we speak.

    >>> in_words("unterminated string literal (detected at line 3)")
    'unterminated string literal (detected at line 3)'
    """
    for sentence in SENTENCES if len(message) < LONGEST else ():
        pattern = "(.*)".join(map(re.escape, sentence.split("{}")))
        found = re.fullmatch(pattern, message)
        if found:
            return say(sentence, *found.groups())
    return message
