"""Matrix: rows of numbers, and what the chapter does with them.

The weights between two layers of a network are a matrix w. Its row j holds
the weights of neuron j: `w[j][k]` is the weight from neuron k of the layer
before to neuron j, the book's w_jk. So `w @ a` is the weighted sum of every
neuron at once: row by row, the dot product with the activations a.

>>> w = Matrix([[1.0, 2.0, 3.0],
...             [4.0, 5.0, 6.0]])
>>> w.shape
(2, 3)
>>> w[1][2]
6.0
>>> w @ [1.0, 0.0, 1.0]
[4.0, 10.0]
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Any, overload

from purenet.vectors import Vector, add, dot, scale, subtract, vector
from purenet.words import say


class Matrix:
    """A matrix of floats, made from its rows.

    rows: m rows of n numbers each, m and n at least 1.
    Raise ValueError where a row is longer or shorter than the first.

    >>> m = Matrix([[1, 2], [3, 4]])
    >>> m
    Matrix([[1.0, 2.0], [3.0, 4.0]])
    >>> m[0][1] = 7.0
    >>> m == Matrix([[1, 7], [3, 4]])
    True
    >>> Matrix([[1, 2], [3]])
    Traceback (most recent call last):
        ...
    ValueError: rows of different lengths: row 0 has 2, row 1 has 1
    """

    def __init__(self, rows: Sequence[Sequence[float]]) -> None:
        self._rows = [[float(number) for number in row] for row in rows]
        _check_not_empty(self._rows and self._rows[0])
        n = len(self._rows[0])
        for j, row in enumerate(self._rows):
            if len(row) != n:
                text = "rows of different lengths: row 0 has {}, row {} has {}"
                raise ValueError(say(text, n, j, len(row)))

    @staticmethod
    def zeros(rows: int, columns: int) -> Matrix:
        """Return a matrix full of 0.0.

        >>> Matrix.zeros(2, 3)
        Matrix([[0.0, 0.0, 0.0], [0.0, 0.0, 0.0]])
        """
        _check_not_empty(rows > 0 and columns > 0)
        return Matrix._of([[0.0] * columns for _ in range(rows)])

    @staticmethod
    def gaussian(rows: int, columns: int, rng: random.Random) -> Matrix:
        """Return a matrix of numbers drawn from N(0, 1), row by row.

        rng: the generator to draw from, so that the caller owns the seed.

        >>> m = Matrix.gaussian(2, 3, random.Random(0))
        >>> [[round(number, 2) for number in row] for row in m]
        [[0.94, -1.4, -0.68], [0.37, -1.02, -0.07]]
        """
        n, gauss = range(columns), rng.gauss
        return Matrix._of([[gauss(0.0, 1.0) for _ in n] for _ in range(rows)])

    @staticmethod
    def of(rows: Matrix | Sequence[Sequence[float]]) -> Matrix:
        """Return a Matrix as it is, and rows of any kind as a new Matrix.

        >>> m = Matrix([[1, 2]])
        >>> Matrix.of(m) is m, Matrix.of(((1, 2),)) == m
        (True, True)
        """
        return rows if isinstance(rows, Matrix) else Matrix(rows)

    @staticmethod
    def _of(rows: list[Vector]) -> Matrix:
        """Wrap rows that are known to be floats of one length, uncopied."""
        matrix = Matrix.__new__(Matrix)
        matrix._rows = rows
        return matrix

    @property
    def shape(self) -> tuple[int, int]:
        """The number of rows, and the number of columns.

        >>> Matrix([[1, 2, 3], [4, 5, 6]]).shape
        (2, 3)
        """
        return len(self._rows), len(self._rows[0])

    @overload
    def __getitem__(self, j: int) -> Vector: ...
    @overload
    def __getitem__(self, j: tuple[Any, Any]) -> Any: ...
    def __getitem__(self, j: Any) -> Any:
        """m[j] is a row, m[j][k] and m[j, k] a number, m[:, k] a column.

        >>> m = Matrix([[1, 2], [3, 4]])
        >>> m[1], m[1, 0], m[:, 0]
        ([3.0, 4.0], 3.0, [1.0, 3.0])
        """
        if not isinstance(j, tuple):
            return self._rows[j]
        rows, k = j
        if isinstance(rows, slice):
            return [row[k] for row in self._rows[rows]]
        return self._rows[rows][k]

    def __setitem__(self, j: int, row: Sequence[float]) -> None:
        """m[j] = row puts another row there.

        >>> m = Matrix([[1, 2], [3, 4]])
        >>> m[0] = [5, 6]
        >>> m
        Matrix([[5.0, 6.0], [3.0, 4.0]])
        """
        if not hasattr(j, "__index__"):
            raise TypeError(say("m[j] = row, or m[j][k] = number"))
        (made,) = Matrix([self._rows[j], row])._rows[1:]
        self._rows[j] = made

    def __iter__(self) -> Iterator[Vector]:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Matrix):
            return self._rows == other._rows
        return NotImplemented

    @overload
    def __matmul__(self, other: Matrix) -> Matrix: ...
    @overload
    def __matmul__(self, other: Sequence[float]) -> Vector: ...
    def __matmul__(self, other: Matrix | Sequence[float]) -> Matrix | Vector:
        """m @ v and m1 @ m2: the products of the chapter's formulas.

        With a vector of n numbers an (m, n) matrix gives a vector of m.
        Where a number of the vector is zero its column is passed over: a
        white pixel adds nothing, and four fifths of a digit are white.

        >>> Matrix([[1, 2], [3, 4]]) @ Matrix([[0, 1], [1, 0]])
        Matrix([[2.0, 1.0], [4.0, 3.0]])
        >>> Matrix([[1, 2], [3, 4]]) @ [1.0, 2.0, 3.0]
        Traceback (most recent call last):
            ...
        ValueError: a 2 x 2 matrix times a vector of 3 numbers
        """
        rows, columns = self.shape
        if isinstance(other, Matrix):
            if columns != len(other):
                text = "a {} x {} matrix times a {} x {} matrix"
                raise ValueError(say(text, rows, columns, *other.shape))
            turned = list(other.transpose())
            return Matrix._of([[dot(a, b) for b in turned] for a in self])
        v = list(other)
        if len(v) != columns:
            text = "a {} x {} matrix times a vector of {} numbers"
            raise ValueError(say(text, rows, columns, len(v)))
        inked = [k for k, v_k in enumerate(v) if v_k]
        product = []
        for row in self._rows:
            total = 0.0
            for k in inked:
                total += row[k] * v[k]
            product.append(total)
        return product

    def __rmatmul__(self, v: Sequence[float]) -> Vector:
        """v @ m: the transposed matrix times v, row by row of m itself.

        With a vector of m numbers an (m, n) matrix gives a vector of n: row
        0 times v[0], plus row 1 times v[1], and so on.

        >>> m = Matrix([[1, 2, 3], [4, 5, 6]])
        >>> [1.0, 10.0] @ m
        [41.0, 52.0, 63.0]
        >>> m.transpose() @ [1.0, 10.0]
        [41.0, 52.0, 63.0]
        >>> [1.0] @ m
        Traceback (most recent call last):
            ...
        ValueError: a vector of 1 number times a 2 x 3 matrix
        """
        rows, columns = self.shape
        if len(v) != rows:
            text = "a vector of {} numbers times a {} x {} matrix"
            if len(v) == 1:
                text = "a vector of {} number times a {} x {} matrix"
            raise ValueError(say(text, len(v), rows, columns))
        product = [0.0] * columns
        for row, v_j in zip(self._rows, v):
            for k, number in enumerate(row):
                product[k] += number * v_j
        return product

    def transpose(self) -> Matrix:
        """Return the matrix with rows and columns exchanged.

        >>> Matrix([[1, 2, 3], [4, 5, 6]]).transpose()
        Matrix([[1.0, 4.0], [2.0, 5.0], [3.0, 6.0]])
        """
        return Matrix._of([list(column) for column in zip(*self._rows)])

    T = property(transpose, doc="The same, as NumPy calls it.")

    def tolist(self) -> list[Vector]:
        """Return the rows, copied, as lists."""
        return [row[:] for row in self]

    def copy(self) -> Matrix:
        """Return another matrix of the same numbers.

        >>> Matrix([[1, 2]]).copy().tolist()
        [[1.0, 2.0]]
        """
        return Matrix._of(self.tolist())

    def __iadd__(self, other: Matrix | Sequence[Sequence[float]]) -> Matrix:
        """m1 += m2: add to m1 itself, in place.

        m2: a Matrix, or its rows as lists or a NumPy array.

        >>> m = Matrix([[1, 1], [1, 1]])
        >>> m += [[1, 2], [3, 4]]
        >>> m
        Matrix([[2.0, 3.0], [4.0, 5.0]])
        >>> m += [[1, 2]]
        Traceback (most recent call last):
            ...
        ValueError: matrices of different shapes: 2 x 2 and 1 x 2
        """
        other = Matrix.of(other)
        self._check_shape(other)
        other._add_to(self._rows)
        return self

    def _add_to(self, rows: list[Vector]) -> None:
        for row, mine in zip(rows, self._rows):
            for k, number in enumerate(mine):
                row[k] += number

    def minus(self, c: float, other: Matrix) -> Matrix:
        """Return m1 - c m2, a step of gradient descent, as a new matrix.

        The same as m1 - c * m2, but without a matrix in between.

        >>> Matrix([[1, 2]]).minus(0.5, Matrix([[2, 4]]))
        Matrix([[0.0, 0.0]])
        """
        self._check_shape(other)
        return Matrix._of(
            [
                [a_k - c * b_k for a_k, b_k in zip(a, b)]
                for a, b in zip(self, other)
            ]
        )

    def __add__(self, other: Matrix) -> Matrix:
        """m1 + m2, entry by entry; ValueError where the shapes differ.

        >>> Matrix([[1, 2]]) + Matrix([[10, 20]])
        Matrix([[11.0, 22.0]])
        """
        if not isinstance(other, Matrix):
            return NotImplemented
        self._check_shape(other)
        return Matrix._of([add(a, b) for a, b in zip(self, other)])

    def __sub__(self, other: Matrix) -> Matrix:
        """m1 - m2, entry by entry; ValueError where the shapes differ.

        >>> Matrix([[1, 2]]) - Matrix([[1], [2]])
        Traceback (most recent call last):
            ...
        ValueError: matrices of different shapes: 1 x 2 and 2 x 1
        """
        if not isinstance(other, Matrix):
            return NotImplemented
        self._check_shape(other)
        return Matrix._of([subtract(a, b) for a, b in zip(self, other)])

    def __mul__(self, c: float) -> Matrix:
        """c m: every entry times the number c.

        >>> 3 * Matrix([[1, 2]])
        Matrix([[3.0, 6.0]])
        """
        if not isinstance(c, (int, float)):
            return NotImplemented
        return Matrix._of([scale(c, row) for row in self])

    __rmul__ = __mul__

    def __neg__(self) -> Matrix:
        return self * -1.0

    def __truediv__(self, c: float) -> Matrix:
        """m / c: every entry divided by the number c.

        >>> -Matrix([[1, 2]]) / 2
        Matrix([[-0.5, -1.0]])
        """
        if not isinstance(c, (int, float)):
            return NotImplemented
        return Matrix._of([[number / c for number in row] for row in self])

    def __repr__(self) -> str:
        """All of a small matrix; the shape and a corner of a large one.

        >>> Matrix.zeros(30, 784)
        <Matrix 30 x 784: [0.0, 0.0, 0.0, ...], ...>
        """
        rows, columns = self.shape
        if rows <= 10 and columns <= 10:
            return f"Matrix({self._rows})"
        corner = ", ".join(f"{number:.4}" for number in self._rows[0][:3])
        return f"<Matrix {rows} x {columns}: [{corner}, ...], ...>"

    def _check_shape(self, other: Matrix) -> None:
        if self.shape != other.shape:
            text = "matrices of different shapes: {} x {} and {} x {}"
            raise ValueError(say(text, *self.shape, *other.shape))


class Outer(Matrix):
    """The outer product of the vectors u and v: entry j, k is u_j v_k.

    The gradient of a layer's weights is one: the slope of the cost in w_jk
    is delta_j a_k (the book's chapter 2, BP4). Most of a digit is white, and
    where a_k is 0 so is a whole column. So an Outer keeps its two vectors,
    is added without those columns, and is multiplied out, like any other
    Matrix, only when somebody looks at its rows.

    >>> product = Outer([1.0, 2.0], [3.0, 4.0, 5.0])
    >>> product.shape, product[1][2]
    ((2, 3), 10.0)
    >>> product
    Matrix([[3.0, 4.0, 5.0], [6.0, 8.0, 10.0]])
    >>> Outer([], [3.0])
    Traceback (most recent call last):
        ...
    ValueError: a matrix needs at least one row and one column
    """

    def __init__(self, u: Sequence[float], v: Sequence[float]) -> None:
        # A list is taken as it is: a copy would cost a fortieth of a training.
        self.u = u if isinstance(u, list) else vector(u)
        self.v = v if isinstance(v, list) else vector(v)
        _check_not_empty(self.u and self.v)

    @cached_property  # made at the first look, and kept
    def _rows(self) -> list[Vector]:  # type: ignore[override]
        return [[u_j * v_k + 0.0 for v_k in self.v] for u_j in self.u]

    @property
    def shape(self) -> tuple[int, int]:
        """How many rows and columns there are: the lengths of u and v.

        >>> Outer([1.0], [2.0, 3.0]).shape
        (1, 2)
        """
        return len(self.u), len(self.v)

    def _add_to(self, rows: list[Vector]) -> None:
        if "_rows" in vars(self):  # looked at, and perhaps changed
            return super()._add_to(rows)
        v = self.v
        inked = [k for k, v_k in enumerate(v) if v_k]
        for row, u_j in zip(rows, self.u):
            for k in inked:
                row[k] += u_j * v[k]
        return None


def _check_not_empty(full: object) -> None:
    if not full:
        raise ValueError(say("a matrix needs at least one row and one column"))
