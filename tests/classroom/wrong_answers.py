"""Plausible wrong answers to the exercises: each of them has to fail.

WRONG: by the exercise's number, what stands in the solution and what a learner
puts there. Two more are made of every solution that has what they need: one that
prints instead of returning, and one that only knows the examples it was shown.
"""

# ruff: noqa: E501

import ast
import re

from purenet.classroom import stubs
from purenet.classroom.trial import docstrings

WRONG = {
    "01": [
        ("total > threshold", "total >= threshold"),
        (
            "total += weight * x",
            "total += weight * x\n        if total > threshold: return 1",
        ),
        ("total += weight * x", "total += x"),
        ("in zip(weights, inputs)", "in zip(weights[:3], inputs)"),
    ],
    "02": [
        ("+ bias > 0", "+ bias >= 0"),
        ("-threshold", "threshold"),
        ("-threshold", "-abs(threshold)"),
    ],
    "03": [
        ("[4, 2, 2], -5", w)
        for w in ("[4, 2, 2], -3", "[6, 2, 2], -5", "[4, 2, 2], -6")
    ],
    "04": [
        ("[0, 1, 0, 0, 1]", "[0, 1, 0, 1, 1]"),
        ("[0, 1, 0, 1, 1]", "[0, 1, 0, 0, 1]"),
        ("[0, 1, 0, 0, 1]", "[1, 1, 0, 0, 1]"),
    ],
    "05": [("[-7, -7]", w) for w in ("[-2, -2]", "[-9, -9]", "[-5, -5]", "[7, 7]")],
    "06": [
        ("NOR(NOT(x1), NOT(x2))", "NOR(NOT(x1), x2)"),
        ("return NOT(NOR(x1, x2))", "return max(x1, x2)"),
        ("return NOR(x, x)", "return 1 - x"),
        (
            "return NOR(NOT(x1), NOT(x2))",
            "return Perceptron([2, 2], bias=-3)([x1, x2])",
        ),
    ],
    "07": [
        ("AND(OR(x1, x2), NAND(x1, x2))", "OR(x1, x2)"),
        ("return AND(OR(x1, x2), NAND(x1, x2))", "NAND(x1, x2); return x1 ^ x2"),
        ("return 3", "return 4"),
        ("return 3", "return 2"),
    ],
    "08": [
        (", NAND(m, m)", ", m"),
        (
            "return NAND(NAND(x1, n), m), NAND(m, m)",
            "return (x1 - x2) % 2, int(x1 < x2)",
        ),
        ("m = NAND(x2, n)", "m = NAND(x1, n)"),
        ("NAND(m, m)", "NAND(n, n)"),
        ("return NAND(NAND(x1, n), m)", "NAND(n, m); return NAND(NAND(x1, n), m)"),
    ],
    "09": [
        ("Perceptron([-6, -3], bias=7)", "Perceptron([-3, -3], bias=4)"),
        ("Perceptron([-6, -3], bias=7)", "Perceptron([-4, -4], bias=7)"),
        ("Perceptron([-6, -3], bias=7)", "Perceptron([-3, -6], bias=7)"),
    ],
    "10": [
        ("carry = 1", "carry = 0"),
        ("    return bits", "    return bits + [carry]"),
        ("NOT(x2), carry)", "NOT(x2), 1)"),
        ("full_adder(x1, NOT(x2), carry)", "full_adder(x1, 1 - x2, carry)"),
    ],
    "11": [
        ("if z >= 0:", "if True:"),
        ("math.exp(z) / (1.0 + math.exp(z))", "0.0"),
        ("if z >= 0:", "if z >= 1:\n        return 1.0\n    if z >= 0:"),
    ],
    "12": [
        ("+ bias_change)", ")"),
        ("slope * (dot(", "(dot("),
        ("sigmoid_prime(dot(weights, x) + bias)", "sigmoid_prime(dot(weights, x))"),
    ],
    "13": [
        ("c * perceptron.bias", "perceptron.bias"),
        ("c * w for w", "w for w"),
        ("[0.001, 7]", "[7]"),
        ("[0.001, 7]", "[0, 0.001, 7]"),
    ],
    "14": [
        (">= distance", "> 2 * distance"),
        ("c = 1\n", "c = 0\n"),
        ("[1, 1, 1]", "[1, 1, 0]"),
    ],
    "15": [
        ("sum(sizes[1:])", "sum(sizes)"),
        ("before * after", "before * after + after"),
        ("zip(sizes, sizes[1:])", "zip(sizes[:1], sizes[1:])"),
    ],
    "16": [
        ("w[j][k] * a[k]", "w[k % len(w)][j % len(a)] * a[k]"),
        ("z = b[j]", "z = b[0]"),
        ("return sigmoid(z)", "return z"),
    ],
    "17": [
        ("range(len(b))]", "range(len(b))][: len(a)]"),
        (
            "a = [sigmoid(dot(w[j], a) + b[j]) for j in range(len(b))]",
            "new = list(a)\n        for j in range(len(b)): new[j] = sigmoid(dot(w[j], a) + b[j])\n        a = new",
        ),
        ("+ b[j])", ")"),
    ],
    "18": [
        ("len(picture[0]) + 1)", "len(picture[0]))"),
        ("places.append((first, column))", "places.append((first, column - 1))"),
        ("            first = None\n    return", "    return"),
    ],
    "19": [
        ("outputs.index(max(outputs))", "round(sum(outputs))"),
        (
            "outputs.index(max(outputs))",
            "next((k for k, a in enumerate(outputs) if a > 0.5), outputs.index(max(outputs)))",
        ),
        ("for place in range(10)", "for place in range(1, 11)"),
    ],
    "20": [
        ("else -10.0 for", "else 0.0 for"),
        ("in LIT[digit] else", "not in LIT[digit] else"),
        ("10.0 if", "1.0 if"),
        ("range(10)], 0.0", "range(9)], 0.0"),
    ],
    "21": [
        ("(2 * len(wanted))", "2"),
        ("(2 * len(wanted))", "len(wanted)"),
        ("** 2", ""),
    ],
    "22": [
        ("v = step(v, gradient_at(v), eta)", "v = step(v, v, eta)"),
        ("range(steps)", "range(steps + 1)"),
        (
            "return subtract(v, scale(eta, gradient))",
            "for j in range(len(v)): v[j] -= eta * gradient[j]\n    return v",
        ),
    ],
    "23": [
        ("scale(-epsilon / length", "scale(epsilon / length"),
        ("-epsilon / length(gradient)", "-epsilon"),
        (
            "-epsilon * sqrt(dot(gradient, gradient))",
            "-epsilon * dot(gradient, gradient)",
        ),
    ],
    "24": [
        ("[-1, -1, 1, 1]", "[-1, 1, -1, 1]"),
        ("[-1, -1, 1, 1]", "[-1, 0, 0, 1]"),
        ("[0.1, 0.5, 0.9]", "[0.1, 0.5, 0.9, 1.0]"),
    ],
    "25": [
        ("part * n // parts", "part * (n // parts + 1)"),
        ("    rng.shuffle(shuffled)\n", ""),
        ("shuffled = list(training_data)", "shuffled = training_data"),
        (
            "bounds = [part * n // parts for part in range(parts + 1)]",
            "bounds = [part * (n // parts) for part in range(parts)] + [n]",
        ),
    ],
    "26": [
        ("-(-examples //", "(examples //"),
        ("-(-examples // mini_batch_size)", "examples // mini_batch_size + 1"),
        ("return 10", "return 100"),
    ],
    "27": [
        ("3, 10, 1.0)", "3, 10, 0.0)"),
        ("3, 10, 1.0)", "3, 10, 3.0)"),
        ("seed=1", "seed=2"),
    ],
    "28": [
        ("eta / len(gradients)", "eta"),
        ("eta / len(gradients)", "eta / min(len(gradients), 2)"),
        ("eta / len(gradients)", "eta / len(w)"),
    ],
    "29": [
        ("digit not in answers]", "digit in answers]"),
        ("range(10)", "range(1, 10)"),
        ("range(10)", "range(max(answers, default=9) + 1)"),
        (
            "sum(digit not in lost for digit in digits)",
            "sum(d == a for d, a in zip(digits, answers))",
        ),
    ],
    "30": [
        ("-triple[0]", "triple[0]"),
        (", triple[1], triple[2]", ""),
        (", triple[2])", ")"),
        ("if digit != answer:", "if True:"),
    ],
    "31": [
        ("slope *= w *", "slope *="),
        ("return 10", "return 9"),
        ("return 10", "return 11"),
    ],
    "32": [
        ("* sigmoid_prime(z_j)", ""),
        ("(sigmoid(z_j) - y_j) ** 3", "(sigmoid(z_j) - y_j)"),
        ("(sigmoid(z_j) - y_j)", "(y_j - sigmoid(z_j))"),
        ("** 3", "** 2"),
    ],
    "33": [
        ("w.transpose() @ delta", "w @ delta"),
        ("e_k * (1 - math.tanh(z_k) ** 2)", "e_k"),
        ("1 - math.tanh(z_k) ** 2", "1 - z_k ** 2"),
        ("1 - math.tanh(z_k) ** 2", "math.tanh(z_k) * (1 - math.tanh(z_k))"),
    ],
    "34": [
        ("activations)) / m", "activations))"),
        (
            "sum(delta[j] * a[k] for delta, a in zip(deltas, activations)) / m",
            "sum(d[j] for d in deltas) * sum(a[k] for a in activations) / m**2",
        ),
        ("sum(column) / m", "column[0]"),
        ('["a", "c"]', '["a"]'),
        ('["a", "c"]', '["b", "c"]'),
    ],
    "35": [
        ("* sigmoid_prime(z1)", "* sigmoid_prime(a1)"),
        ("above, below = list(w), list(w)", "above = below = w"),
        (
            "return [delta1 * x, delta2 * a1]",
            "return [slope_by_trying(lambda w: cost(w, x, y), w, j) for j in (0, 1)]",
        ),
    ],
    "36": [
        ("x + y > 999", "x + y > 1000"),
        ("any(x + y > 999 for x, y in zip(a, b))", "a[0] + b[0] > 999"),
        ("1000**place % 1000", "100**place % 1000"),
    ],
    "37": [
        ("largest >= 2 **", "largest > 2 **"),
        ("% 2**width - half", "% 2**width"),
        ("packed += half << width * place", "pass"),
    ],
    "38": [
        ("max(z, 0.0)", "abs(z)"),
        ("- y * z", ""),
        ("math.log1p(math.exp(-abs(z)))", "0.0"),
    ],
    "39": [
        ("numbers[j::size]", "numbers[j::columns]"),
        ("numbers[j::size]", "numbers[j * columns : (j + 1) * columns]"),
        ("numbers[j::size]", "numbers[j::size][::-1]"),
    ],
    "40": [
        ("for w in row[1:]:", "for w in row:"),
        ("for w in row[1:]] for", "for w in row[1:]][::-1] for"),
        ("lmbda / m * w", "lmbda / (2 * m) * w"),
    ],
    "41": [
        ("A @ w.transpose()", "A @ A.transpose()"),
        (
            "for w, b in zip(net.weights, net.biases):",
            "return Matrix([net.feedforward(a) for a in A])\n    for w, b in zip(net.weights, net.biases):",
        ),
        ("eta / len(delta)", "eta / 2"),
    ],
    "42": [
        ("self.slope += slope", "self.slope = slope"),
        (
            "number.backward(slope * steepness)",
            "number.backward(self.slope * steepness)",
        ),
        ("-u / v**2", "u / v**2"),
        ("1 - a * a)", "a * (1 - a))"),
    ],
    "43": [
        ("(value - low) / width", "value / width"),
        ("max(column) - low for", "max(column) for"),
        (" if width else 0.0", ""),
        ("for column in zip(*rows)]", "for column in rows]"),
    ],
    "44": [
        (
            "counts.index(max(counts))",
            "len(counts) - 1 - counts[::-1].index(max(counts))",
        ),
        (">= patience", "> patience"),
        ("counts[: epoch + 1]", "counts"),
        ("return len(counts) - 1", "return best_epoch(counts)"),
    ],
    "45": [
        (" + b_j\n", "\n"),
        (
            "** 2 for y_j, a_j in zip(y, output)) / 2",
            "** 2 for y_j, a_j in zip(y, output))",
        ),
        ("errors = [a_j - y_j for", "errors = [y_j - a_j for"),
        ("for w_k in zip(*w)]", "for w_k in w]"),
        ("[e * sigmoid_prime(z_k) for e, z_k in zip(errors, z)]", "errors"),
        ("step = eta / len(gradients)", "step = eta"),
        (
            "gradients = [self.backprop(x, y) for x, y in mini_batch]",
            "gradients = [self.backprop(x, y) for x, y in mini_batch[:1]]",
        ),
        ("examples = list(training_data)", "examples = training_data"),
        ("range(0, len(examples), mini_batch_size)", "range(0, 0, mini_batch_size)"),
    ],
}


def wrong_answers(exercise):
    """Yield the texts of files with wrong answers to an exercise."""
    solution = stubs.clean(exercise.solution)
    for old, new in WRONG.get(exercise.number, ()):
        if old not in solution:
            where = "what is to be replaced in tests/classroom/wrong_answers.py"
            raise ValueError(f"{exercise.name} does not hold {old!r}, {where}")
        yield solution.replace(old, new, 1)
    printing = re.sub(
        r"^(    )return (.+)$(?!\n {8,})", r"\1print(\2)", solution, flags=re.M
    )
    if printing != solution and _is_python(printing):
        yield printing
    if by_heart(exercise) and ">>>" in stubs.hidden(exercise.solution):
        yield by_heart(exercise)


def by_heart(exercise):
    """Return a file whose functions answer the shown calls and no other ones."""
    known = {}
    for name, text in docstrings(exercise.solution):
        for call, answer in re.findall(rf">>> ({name}\(.*\))\n *(\S.*)\n", text + "\n"):
            known.setdefault(name, []).append((call, answer))
    lines = [stubs.clean(exercise.solution)]
    for name, pairs in known.items():
        lines.append(f"def {name}(*given, **named):")
        for call, answer in pairs:
            arguments = call[len(name) + 1 : -1]
            lines.append(
                f"    try:\n        if given == ({arguments},): return {answer}"
            )
            lines.append("    except Exception: pass")
        lines.append("    return None")
    text = "\n".join(lines) + "\n"
    return text if known and _is_python(text) else ""


def _is_python(text):
    try:
        ast.parse(text)
    except SyntaxError:
        return False
    return True
