# SPDX-License-Identifier: MIT-0
"""Arrays as lists of lists: what NumPy does for section 4.4 of the book Deep Learning
from Scratch ("the chapter"), loop by loop.

>>> x = [0.6, 0.9]  # a vector is a list of numbers, a matrix a list of its rows
>>> W = [[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]
>>> print(shape(W), array2string(dot(x, W)))
(2, 3) [4.2 5.7 7.2]

Results are new lists, arguments are never changed, and there is no broadcasting but
that of a plain number. Shapes that do not fit raise ValueError; anything but ints,
floats and lists of them raises TypeError: pass array.tolist(), or list(tuple).
"""

import math
import random


def dot(a, b):
    """Return the product of two vectors or matrices: rows of a times columns of b.

    A row times a column is the sum of row[k] * column[k] over all k. A vector is one
    row on the left, one column on the right: shapes (n,) and (n,) give a number, (n,)
    and (n, p) give (p,), (m, n) and (n,) give (m,), (m, n) and (n, p) give (m, p).

    >>> W = [[3, 4], [5, 6]]
    >>> dot([1, 2], [3, 4]), dot([1, 2], W), dot(W, [1, 2]), dot(W, W)
    (11, [13, 16], [11, 17], [[29, 36], [45, 56]])
    """
    left, right = shape(a), shape(b)
    if not (0 < len(left) < 3 and 0 < len(right) < 3 and left[-1] == right[0]):
        raise ValueError(f"dot: {left} and {right}: inner lengths must be equal")
    rows = a if len(left) == 2 else [a]
    columns = list(zip(*b)) if len(right) == 2 else [b]
    steps = range(right[0])
    product = []
    for row in rows:
        totals = []
        for column in columns:
            total = 0
            for k in steps:
                total += row[k] * column[k]
            totals.append(total)
        product.append(totals if len(right) == 2 else totals[0])  # a vector's only one
    return product if len(left) == 2 else product[0]


def shape(a):
    """Return the lengths of a, outermost first; ValueError if rows differ in length.

    >>> shape(3.0), shape([1, 2, 3]), shape([[1, 2, 3], [4, 5, 6]])
    ((), (3,), (2, 3))
    """
    if isinstance(a, (float, int)):
        return ()
    if not isinstance(a, list):
        raise TypeError(f"expected a number, or a list of numbers; got {a!r}")
    inner = set(map(shape, a))
    if len(inner) > 1:
        raise ValueError(f"ragged list: parts of shapes {min(inner)} and {max(inner)}")
    return (len(a),) + (inner.pop() if inner else ())


def zeros(*dims):
    """Return zeros of the shape dims.

    >>> zeros(2, 3)
    [[0.0, 0.0, 0.0], [0.0, 0.0, 0.0]]
    """
    if not dims:
        return 0.0
    if not isinstance(dims[0], int) or dims[0] < 0:
        raise ValueError(f"expected lengths, as in zeros(2, 3); got {dims[0]!r}")
    return [zeros(*dims[1:]) for _ in range(dims[0])]


def zeros_like(a):
    """Return zeros in the shape of a: floats, where NumPy's are integers if a's are.

    >>> zeros_like([[1, 2, 3], [4, 5, 6]])
    [[0.0, 0.0, 0.0], [0.0, 0.0, 0.0]]
    """
    return apply(lambda number: 0.0, a)


def randn(*dims):
    """Return standard Gaussian numbers of the shape dims (not NumPy's, after a seed).

    >>> random.seed(0)
    >>> print(array2string(randn(2, 3), digits=2))
    [[ 0.1  -0.06 -0.99]
     [-0.58 -0.99 -2.18]]
    """

    def gauss(zero):  # Box-Muller; random.gauss() is not the same on every Python
        nonzero = 1.0 - random.random()  # random() may be 0, but never 1
        radius = math.sqrt(-2.0 * math.log(nonzero))
        return radius * math.cos(2.0 * math.pi * random.random())

    return apply(gauss, zeros(*dims))


def copy(a):
    """Return a copy that shares no list with a.

    >>> W = [[1, 2], [3, 4]]
    >>> start = copy(W)
    >>> W[0][0] = 9
    >>> start
    [[1, 2], [3, 4]]
    """
    return apply(lambda number: number, a)


def apply(func, a):
    """Return func of every number of a; a may be ragged.

    >>> apply(abs, [[-1, 2], [3, -4]])
    [[1, 2], [3, 4]]
    """
    if isinstance(a, list):
        return [apply(func, part) for part in a]
    shape(a)  # raises TypeError if a is not a number
    return func(a)


def add(a, b):
    """Return a + b, number by number; either may be a plain number.

    >>> add([1, 2], [10, 20]), add([1, 2], 10)
    ([11, 22], [11, 12])
    """
    return _elementwise(lambda p, q: p + q, a, b)


def subtract(a, b):
    """Return a - b, number by number; either may be a plain number.

    >>> subtract([11, 22], [1, 2]), subtract([11, 22], 1)
    ([10, 20], [10, 21])
    """
    return _elementwise(lambda p, q: p - q, a, b)


def multiply(a, b):
    """Return a * b, number by number; either may be a plain number.

    >>> multiply([1, 2], [10, 20]), multiply([1, 2], 10)
    ([10, 40], [10, 20])
    """
    return _elementwise(lambda p, q: p * q, a, b)


def _elementwise(op, a, b):
    left, right = shape(a), shape(b)
    if right == ():  # b is a plain number
        return apply(lambda p: op(p, b), a)
    if left == ():
        return apply(lambda q: op(a, q), b)
    if left != right:
        raise ValueError(f"the shapes {left} and {right} must be equal")
    return [_elementwise(op, p, q) for p, q in zip(a, b)]


def transpose(a):
    """Return the matrix whose rows are the columns of a.

    >>> transpose([[1, 2, 3], [4, 5, 6]])
    [[1, 4], [2, 5], [3, 6]]
    """
    if len(shape(a)) != 2:
        raise ValueError(f"transpose: expected a matrix; got shape {shape(a)}")
    return [list(column) for column in zip(*a)]


def argmax(v):
    """Return the index of the largest number of a vector, the first of equals.

    >>> argmax([1.05414809, 0.63071653, 1.1328074])
    2
    """
    if len(shape(v)) != 1 or not v:
        raise ValueError(f"argmax: expected a vector of at least one number; got {v!r}")
    best = 0
    for i, number in enumerate(v):
        if math.isnan(number):  # counts as the largest, as in NumPy
            return i
        if number > v[best]:
            best = i
    return best


def array2string(a, digits=8):
    """Return the text NumPy prints for a, with so many decimals at most.

    Unlike NumPy it leaves no number out, however many there are.

    >>> print(array2string([[0.25, -1.0], [1 / 3, 10.0]]))
    [[ 0.25       -1.        ]
     [ 0.33333333 10.        ]]
    """
    depth, numbers = len(shape(a)), []
    apply(numbers.append, a)
    if not numbers:
        return "[]"
    texts = iter(_aligned(numbers, digits))

    def block(part, level):  # the text of a part within so many brackets
        if level > depth:
            return next(texts)
        blocks = [block(inner, level + 1) for inner in part]
        if level < depth:
            return "[" + ("\n" * (depth - level) + " " * level).join(blocks) + "]"
        lines = [" " * level + blocks[0]]
        for text in blocks[1:]:
            if len(lines[-1]) + 1 + len(text) > 75 - level:  # 75: NumPy's line width
                lines[-1] = lines[-1].rstrip()
                lines.append(" " * level + text)
            else:
                lines[-1] += " " + text
        return "[" + "\n".join(lines)[level:] + "]"

    return block(a, 1)


def _aligned(numbers, digits):
    """Return the numbers as texts of one width, with their decimal points aligned."""
    texts = [str(number) for number in numbers]
    if not all(isinstance(number, int) for number in numbers):
        sizes = [abs(n) for n in numbers if n and math.isfinite(n)] or [1.0]
        low, high = min(sizes), max(sizes)  # NumPy's rule for 1.5e+00 instead of 1.5:
        kind = "e" if high >= 1e8 or low < 1e-4 or high / low > 1000 else "f"
        fields = []  # -1.5e-07 becomes "-1", "5", "e-", "07"
        for number in numbers:
            text = f"{number:.{digits}{kind}}"
            if kind == "f":  # no more digits than the number has: 80000000.1
                text = min(text, repr(float(number)), key=len)
            mantissa, e, power = text.partition("e")
            whole, _, decimals = mantissa.partition(".")
            fields.append((whole, decimals.rstrip("0"), e + power[:1], power[1:]))
        _, longest, _, widest = [max(map(len, column)) for column in zip(*fields)]
        fill = "0" if kind == "e" else " "
        for i, (whole, decimals, sign, power) in enumerate(fields):
            if math.isfinite(numbers[i]):
                texts[i] = (
                    f"{whole}.{decimals:{fill}<{longest}}{sign}{power:0>{widest}}"
                )
    width = max([len(text) for text in texts])
    return [f"{text:>{width}}" for text in texts]


if __name__ == "__main__":
    x, grad, sample = [3.0, 4.0], [6.0, 8.0], [0.6, 0.9]
    W = [[0.47355232, 0.9977393, 0.84668094], [0.85557411, 0.03563661, 0.69422093]]
    step, p = multiply(0.1, grad), dot(sample, W)
    print("The chapter's NumPy, the same with lists, and the result:\n")
    for numpy, lists, result in [
        ("x = np.array([3.0, 4.0])", "x = [3.0, 4.0]", x),
        ("np.zeros_like(x)", "zeros_like(x)", zeros_like(x)),
        ("step = 0.1 * grad", "step = multiply(0.1, grad)", step),
        ("x - step", "subtract(x, step)", subtract(x, step)),
        ("np.random.randn(2, 3).shape", "shape(randn(2, 3))", shape(randn(2, 3))),
        ("print(W)", "print(array2string(W))", W),
        ("p = np.dot(sample, W)", "p = dot(sample, W)", p),
        ("np.argmax(p)", "argmax(p)", argmax(p)),
        ("np.exp(p)", "apply(math.exp, p)", apply(math.exp, p)),
        ("W.T", "transpose(W)", transpose(W)),
    ]:
        text = result if isinstance(result, tuple) else array2string(result)
        print(f"{numpy:30} {lists}\n{text}\n")
    print(
        "With + and * alone, lists do something else: [3, 4] + [6, 8] is [3, 4, 6, 8]."
    )
