"""Wrong answers made by rule: a solution with one thing in it changed."""

import ast
import copy

from purenet.classroom import stubs

# Where a change makes another right answer: what is changed is within its freedom.
SAME = {
    "03": ["return [4, 2, 2], -5"],
    "05": ["return [-7, -7]"],
    "11": ["if z >= 0:"],
    "14": ["while any(abs("],
    "18": ["for column in range(len(picture[0]) + 1):", "inked = column <"],
    "20": ["return [10.0 if bar"],
    "34": ["for j in range(", "for k in range("],
    "37": ["width = 1"],
    "42": ["for number, steepness in"],
    "44": ["for epoch in range(len(counts)):"],
    "47": ["return all(distance >"],
    "48": ["if any(biases >= 1e-6 for"],
    "45": ["zs, activations = [], [list(x)]"],
}
_OTHER = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt,
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Add, ast.Div: ast.Mult,
    ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
}  # fmt: skip


def mutants(solution):
    """Yield what was changed, and the text of the file with it."""
    text = stubs.clean(solution)
    lines = text.split("\n")
    blocks = [stubs.clean(block[2]) for block in stubs._BLOCK.finditer(solution)]
    starts = [text.index(block.strip()) for block in blocks]
    ours = set()
    for start, block in zip(starts, blocks):
        first = text.count("\n", 0, start) + 1
        ours |= set(range(first, first + block.strip().count("\n") + 1))
    tree = ast.parse(text)
    for node in ast.walk(tree):
        line = getattr(getattr(node, "iter", node), "lineno", 0)
        if line in ours:
            for number in range(len(list(_changes(copy.deepcopy(node))))):
                again = copy.deepcopy(tree)
                [twin] = [
                    other
                    for other, old in zip(ast.walk(again), ast.walk(tree))
                    if old is node
                ]
                for at, _ in enumerate(_changes(twin)):
                    if at == number:
                        break
                changed = ast.unparse(ast.fix_missing_locations(again))
                if changed != ast.unparse(tree):
                    yield f"{lines[line - 1].strip()} #{number}", changed


def _changes(node):
    """Change a node in one way after the other, from what it was before."""
    if isinstance(node, ast.Compare) and type(node.ops[0]) in _OTHER:
        kept = node.ops
        node.ops = [_OTHER[type(kept[0])](), *kept[1:]]
        yield
        node.ops = kept
    if isinstance(node, (ast.BinOp, ast.AugAssign)) and type(node.op) in _OTHER:
        kept = node.op
        node.op = _OTHER[type(kept)]()
        yield
        node.op = kept
    if isinstance(node, ast.Constant) and type(node.value) in (int, float):
        kept = node.value
        for value in (kept + 1, kept - 1):
            node.value = value
            yield
        node.value = kept
    if isinstance(node, (ast.For, ast.comprehension)):
        kept = node.iter
        for cut in ("[:-1]", "[1:]", "[:2]", "[:5]"):
            part = ast.parse(f"list(x){cut}", mode="eval").body
            part.value.args = [kept]
            node.iter = part
            yield
        node.iter = kept
    if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("list", "abs"):
        kept = copy.copy(node)
        node.func = ast.parse("(lambda x: x)", mode="eval").body
        yield
        node.func = kept.func
