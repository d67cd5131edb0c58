"""Cut a solution into what a learner gets: the stub, and the hints.

In a solution, comments mark the lines that are the learner's to find:

    # --- your code
    return 1 if z > 0 else 0
    # --- end

In the stub a line that raises NotImplementedError stands there instead.
Where the exercise is to find a bug, the lines that the learner is given
follow as comments:

    # --- your code
    return 1 if z > 0 else 0
    # --- instead
    # return 1 if z >= 0 else 0
    # --- end

Hints are comments at the end of the file that begin with `# Hint: `; the
further lines of a hint begin with `#   `.

`python3 -m purenet.classroom.stubs` writes lessons/exercises anew from
lessons/solutions.
"""

from __future__ import annotations

import re
import sys

from purenet.classroom.exercises import all_exercises, exercises_folder

NOT_YET = 'raise NotImplementedError("your code here")'
_BLOCK = re.compile(
    r"^( *)# --- your code\n(.*?)(?:^ *# --- instead\n(.*?))?^ *# --- end\n",
    re.MULTILINE | re.DOTALL,
)
_HINT = re.compile(r"^# Hint: (.*(?:\n#   .*)*)\n?", re.MULTILINE)


def stub(solution: str) -> str:
    """Return the file that the learner gets for this solution.

    Raise ValueError where a mark has no partner.

    >>> print(stub('''
    ... def half(x):
    ...     # --- your code
    ...     return x / 2
    ...     # --- end
    ...
    ... # Hint: Divide.
    ... '''))
    def half(x):
        raise NotImplementedError("your code here")
    <BLANKLINE>
    >>> stub("# --- end")
    Traceback (most recent call last):
        ...
    ValueError: a mark without its partner: # --- end
    """
    return _tidy(_BLOCK.sub(_given, solution))


def clean(solution: str) -> str:
    """Return the solution as one shows it, without marks and hints.

    >>> print(clean("# --- your code\\nx = 1\\n# --- end\\n# Hint: One."))
    x = 1
    <BLANKLINE>
    """
    return _tidy(_BLOCK.sub(lambda block: block[2], solution))


def hints(solution: str) -> list[str]:
    """Return the hints of a solution, the smallest push first.

    >>> hints("# Hint: Add up,\\n#   then compare.\\n# Hint: Use >.")
    ['Add up, then compare.', 'Use >.']
    """
    return [re.sub(r"\n# +", " ", text) for text in _HINT.findall(solution)]


def _given(block: re.Match[str]) -> str:
    indent, _, instead = block.groups()
    if instead is None:
        return f"{indent}{NOT_YET}\n"
    return re.sub(r"^( *)# ?", r"\1", instead, flags=re.MULTILINE)


def _tidy(text: str) -> str:
    lost = re.search(r"# --- .*", text)
    if lost:
        raise ValueError(f"a mark without its partner: {lost[0]}")
    return _HINT.sub("", text).strip() + "\n"


def main() -> int:
    """Write every stub into lessons/exercises, over what is there."""
    for exercise in all_exercises():
        path = exercises_folder() / exercise.file_name
        path.write_bytes(stub(exercise.solution).encode("utf-8"))
        print(path)
    return 0


if __name__ == "__main__":
    sys.exit(main())
