"""What a learner's function is given, and what it may not do with it.

Each argument is compared before and after a call, since it is to stay as it is. And
some exercises ask for a circuit of gates alone: with wires in the place of bits,
Python's own arithmetic does not help, a sum of wires is an error that says so.
"""

from __future__ import annotations

import ast
import contextlib
import pkgutil
from collections.abc import Iterator, Sequence
from functools import cache
from types import CodeType, ModuleType
from typing import Any, NoReturn

from purenet import gates
from purenet.matrix import Matrix
from purenet.words import say


class Given:
    """A call, made so that each argument is remembered as it was before.

    >>> names = {"numbers": [2, 1]}
    >>> names[Given.NAME] = given = Given("list.sort(numbers)")
    >>> exec(given.code, names)
    >>> list(given.changed())
    [('[2, 1]', '[1, 2]')]
    """

    NAME = "_given"

    def __init__(self, source: str, wired: bool = False) -> None:
        self.wired = wired
        self.kept: list[tuple[object, object]] = []
        self.code = _watched(source)

    def __call__(self, value: Any) -> Any:
        """Remember an argument; where gates are asked, a bit becomes a wire."""
        if self.wired:
            value = _of_wires(value)
        self.kept.append((_copy(value), value))
        return value

    def changed(self) -> Iterator[tuple[str, str]]:
        """Yield those that are not as they were: what each was, and is."""
        for was, value in self.kept:
            if was != (now := _copy(value)):
                yield repr(was), repr(now)


class _Watching(ast.NodeTransformer):
    """Lets each argument of a call come by what is given."""

    def visit_Call(self, node: ast.Call) -> ast.Call:
        self.generic_visit(node)
        node.args = [self._by(argument) for argument in node.args]
        for keyword in node.keywords:
            keyword.value = self._by(keyword.value)
        return node

    def _leave(self, node: ast.AST) -> ast.AST:
        """Leave a function as it is: what it is given may be a learner's own copy."""
        return node

    visit_FunctionDef = visit_Lambda = _leave

    def _by(self, argument: ast.expr) -> ast.expr:
        if isinstance(argument, ast.Starred):
            return argument
        return ast.Call(ast.Name(Given.NAME, ast.Load()), [argument], [])


@cache
def _watched(source: str) -> CodeType:
    """Return a call's code; many files are asked the same."""
    tree = ast.fix_missing_locations(_Watching().visit(ast.parse(source)))
    return compile(ast.Interactive(tree.body), "<asked>", "single", 0, True)


def _copy(value: Any) -> Any:
    """Return a copy of lists in lists, and of what is in our own objects."""
    if type(value) in (list, tuple, set):
        return type(value)(map(_copy, value))
    if isinstance(value, Matrix):
        return list(map(_copy, value))
    if type(value) is dict or type(value).__module__.startswith("purenet."):
        inside = value if type(value) is dict else getattr(value, "__dict__", {})
        return {key: _copy(inside[key]) for key in inside} or value
    return value


class Wire:
    """A bit, 0 or 1, that only gates can look at.

    >>> _nand(Wire(1), Wire(0))
    1
    >>> Wire(1) + Wire(0)
    Traceback (most recent call last):
        ...
    TypeError: only gates may be asked here, and nothing else calculated with bits
    """

    def __init__(self, bit: int) -> None:
        self._bit = bit

    def __repr__(self) -> str:
        return repr(self._bit)

    def _no(self, *others: object) -> NoReturn:
        raise TypeError(
            say("only gates may be asked here, and nothing else calculated with bits")
        )

    __add__ = __radd__ = __sub__ = __rsub__ = __mul__ = __rmul__ = __mod__ = _no
    __xor__ = __rxor__ = __and__ = __rand__ = __or__ = __ror__ = __invert__ = _no
    __eq__ = __ne__ = __lt__ = __gt__ = __le__ = __ge__ = _no
    __bool__ = __int__ = __index__ = __float__ = __hash__ = _no


def _of_wires(value: Any) -> Any:
    if isinstance(value, list):
        return list(map(_of_wires, value))
    return Wire(value) if value in (0, 1) else value


def _nand(a: Any, b: Any) -> Wire:
    """Return NAND of two wires; a plain bit is a wire too."""
    return Wire(1 - all(getattr(x, "_bit", x) for x in (a, b)))


# Gates of wires, under the names that those of bits have.
_OF_WIRES = {
    "NAND": _nand,
    "NOT": lambda a: _nand(a, a),
    "AND": lambda a, b: _nand(_nand(a, b), 1),
    "OR": lambda a, b: _nand(_nand(a, a), _nand(b, b)),
    "NOR": lambda a, b: _nand(_nand(_nand(a, a), _nand(b, b)), 1),
}


def of_gates(options: Sequence[str]) -> bool:
    """Whether only gates may be asked."""
    return not {"gates", *_OF_WIRES}.isdisjoint(options)


@contextlib.contextmanager
def rules(module: ModuleType, options: Sequence[str]) -> Iterator[None]:
    """Let a module keep to what an exercise allows, for as long as it is tried.

    options: "gates", or the only one, takes wires; what stands after "without" is
    not to be called: a name of the module, or what purenet.network:Network can do.
    """
    before = []

    def put(owner: Any, name: str, value: object) -> None:
        before.append((owner, name, getattr(owner, name)))
        setattr(owner, name, value)

    allowed = [*_OF_WIRES] if "gates" in options else [*options]
    for owner in (module, gates) if of_gates(options) else ():
        for name, value in list(vars(owner).items()):
            gate = "NAND" if value is gates.NAND else getattr(value, "__name__", "")
            ours = getattr(value, "__module__", "") == gates.__name__
            if ours or gate == "NOR":
                wired = _OF_WIRES[gate] if gate in allowed else _refuses(gate)
                put(owner, name, wired)
    for name in options[options.index("without") + 1 :] if "without" in options else ():
        owner = pkgutil.resolve_name(name) if ":" in name else module
        for what in list(vars(owner)) if ":" in name else [name]:
            if what[0] != "_" and hasattr(owner, what):
                put(owner, what, _refuses(what))
    try:
        yield
    finally:
        for owner, name, value in reversed(before):
            setattr(owner, name, value)


def _refuses(name: str) -> Any:
    def refuse(*given: object, **named: object) -> NoReturn:
        raise TypeError(say("{} is not to be called here: do it without", name))

    return refuse
