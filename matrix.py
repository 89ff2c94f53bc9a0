# SPDX-License-Identifier: MIT-0
"""Vectors and matrices as plain lists: what NumPy does for the book, written out.

The book is Deep Learning from Scratch by Koki Saitoh, and the functions here are those
that its section 4.4 takes from NumPy. Run "python3 matrix.py" for a demo.

A vector is a list of numbers (floats or ints), and a matrix is a list of its rows:

>>> x = [3, 4]
>>> W = [[1, 2, 3], [4, 5, 6]]
>>> shape(W)
(2, 3)
>>> dot(x, W)  # 3 * 1 + 4 * 4, 3 * 2 + 4 * 5, 3 * 3 + 4 * 6
[19, 26, 33]
>>> transpose(W)
[[1, 4], [2, 5], [3, 6]]
>>> add(x, [10, 20])
[13, 24]
>>> subtract(x, 1)
[2, 3]
>>> multiply(10, x)
[30, 40]
>>> apply(math.sqrt, [4, 9])
[2.0, 3.0]
>>> zeros(2, 3)
[[0.0, 0.0, 0.0], [0.0, 0.0, 0.0]]
>>> argmax(x)
1

Results are new lists, and arguments are never changed. Convert a NumPy array first,
with array.tolist(). The functions raise TypeError if an argument has the wrong type,
such as a tuple, and ValueError if shapes do not fit.
"""

import math
import random

NUMBER = (float, int)  # what counts as a number


def dot(a, b):
    """Return the product of a and b: the rows of a times the columns of b.

        a              b              dot(a, b)
        vector (n,)    vector (n,)    number
        matrix (m, n)  vector (n,)    vector (m,)
        vector (n,)    matrix (n, k)  vector (k,)
        matrix (m, n)  matrix (n, k)  matrix (m, k)

    A row times a column is the sum of row[i] * column[i] over all i. If a is a vector,
    it counts as one row. If b is a vector, it counts as one column. So the product of
    two vectors is one row times one column, which is a single number.

    >>> W = [[3, 4], [5, 6]]
    >>> dot([1, 2], [3, 4])  # 1 * 3 + 2 * 4
    11
    >>> dot(W, [1, 2])  # 3 * 1 + 4 * 2, 5 * 1 + 6 * 2
    [11, 17]
    >>> dot([1, 2], W)  # 1 * 3 + 2 * 5, 1 * 4 + 2 * 6
    [13, 16]
    >>> dot(W, W)
    [[29, 36], [45, 56]]

    Raises ValueError if the rows of a are not as long as the columns of b.
    """
    shape_a = shape(a)
    shape_b = shape(b)
    if len(shape_a) not in (1, 2) or len(shape_b) not in (1, 2):
        raise ValueError(f"dot takes vectors and matrices; got {shape_a} and {shape_b}")
    if shape_a[-1] != shape_b[0]:
        rule = "dot: the rows of a must be as long as the columns of b"
        raise ValueError(f"{rule}; got shapes {shape_a} and {shape_b}")
    rows = [a] if len(shape_a) == 1 else a
    if len(shape_b) == 1:
        columns = [b]
    else:
        columns = list(zip(*b))  # zip(b[0], b[1], ...) gives the columns, as tuples
    product = []
    for row in rows:
        totals = []
        for column in columns:
            total = 0
            for i in range(len(row)):  # sum() rounds differently since Python 3.12
                total += row[i] * column[i]
            totals.append(total)
        product.append(totals)
    if len(shape_b) == 1:  # there is one column, so each row gives a single number
        product = [totals[0] for totals in product]
    if len(shape_a) == 1:  # there is one row
        return product[0]
    return product


def shape(a):
    """Return the shape of a: () for a number, (3,) for a vector, (2, 3) for a matrix.

    Raises ValueError if a is ragged, which means that its parts differ in shape.
    """
    if isinstance(a, NUMBER):
        return ()
    _check_list(a)
    if not a:
        return (0,)
    first = shape(a[0])
    for part in a:
        if shape(part) != first:
            got = f"parts of the shapes {first} and {shape(part)}"
            raise ValueError(f"a list must not be ragged; got {got}")
    return (len(a),) + first  # (2,) + (3,) is (2, 3)


def _check_list(a):
    """Raise TypeError unless a is a list."""
    if not isinstance(a, list):
        raise TypeError(f"expected a float, an int or a list; got {type(a).__name__}")


def transpose(a):
    """Return the matrix whose rows are the columns of a."""
    if len(shape(a)) != 2:
        raise ValueError(f"transpose takes a matrix; got shape {shape(a)}")
    columns = []
    for j in range(len(a[0])):
        columns.append([row[j] for row in a])
    return columns


# --- number by number -----------------------------------------------------------------


def apply(func, a):
    """Return func(number) for every number in a, in the shape of a."""
    if isinstance(a, NUMBER):
        return func(a)
    _check_list(a)
    return [apply(func, part) for part in a]


def add(a, b):
    """Return a + b, number by number. They have the same shape, or one is a number.

    Both may be ragged, such as [W1, b1, W2, b2]. There is no broadcasting, so a row is
    not added to every row of a matrix.

    >>> add([[1, 2], [3, 4]], [[10, 20], [30, 40]])
    [[11, 22], [33, 44]]
    >>> add([[1, 2], 3], 10)
    [[11, 12], 13]

    Raises ValueError if both are lists whose shapes differ.
    """
    return _elementwise(lambda p, q: p + q, a, b)


def subtract(a, b):
    """Return a - b, number by number, for a and b as in add.

    So x = x - lr * grad, a step of gradient descent, is one line for a whole network:

    >>> point = [[[5, 6], [7, 8]], [9, 10]]  # [W1, b1]
    >>> grad = [[[1, 1], [1, 1]], [2, 2]]
    >>> point = subtract(point, multiply(3, grad))  # lr = 3
    >>> point
    [[[2, 3], [4, 5]], [3, 4]]
    """
    return _elementwise(lambda p, q: p - q, a, b)


def multiply(a, b):
    """Return a * b, number by number, for a and b as in add.

    This is not the matrix product, which is dot(a, b).
    """
    return _elementwise(lambda p, q: p * q, a, b)


def _elementwise(func, a, b):
    """Return func(p, q) for each number p in a and the number q at its place in b."""
    if isinstance(a, NUMBER):
        return apply(lambda q: func(a, q), b)
    if isinstance(b, NUMBER):
        return apply(lambda p: func(p, b), a)

    def combine(p, q):
        if isinstance(p, NUMBER) and isinstance(q, NUMBER):
            return func(p, q)
        if isinstance(p, list) and isinstance(q, list) and len(p) == len(q):
            return [combine(v, w) for v, w in zip(p, q)]
        got = f"{_kind(p)} in a where b has {_kind(q)}"
        raise ValueError(f"a and b must have the same shape; got {got}")

    return combine(a, b)


def _kind(part):
    """Return what a part of a list is, in words for an error message."""
    if isinstance(part, NUMBER):
        return "a number"
    _check_list(part)
    return f"a list of {len(part)}"


# --- new vectors and matrices ---------------------------------------------------------


def zeros(*lengths):
    """Return zeros in the shape given by lengths: zeros(2, 3) is 2 rows of 3 zeros.

    zeros() is the number 0.0.
    """
    for length in lengths:
        if not isinstance(length, int):
            got = type(length).__name__
            raise TypeError(f"lengths must be integers, as in zeros(2, 3); got {got}")
        if length < 0:
            raise ValueError(f"lengths must not be negative; got {length:g}")
    if not lengths:
        return 0.0
    # Each row is made anew. (With [row] * 2, both rows would be the same list.)
    return [zeros(*lengths[1:]) for _ in range(lengths[0])]


def zeros_like(a):
    """Return zeros in the shape of a. They are floats, even if a contains integers."""
    return apply(lambda number: 0.0, a)


def randn(*lengths):
    """Return standard Gaussian random numbers in the shape given by lengths.

    Call random.seed(0) first to get the same numbers each time.
    """
    return apply(lambda zero: _gauss(), zeros(*lengths))


def _gauss():
    """Return a random number from the standard Gaussian distribution (Box-Muller).

    It uses random.random() because this is the only function for which Python promises
    the same numbers in later versions.
    """
    radius = math.sqrt(-2.0 * math.log(1.0 - random.random()))  # never log(0)
    return radius * math.cos(2.0 * math.pi * random.random())


def copy(a):
    """Return a copy of a that shares no list with a, so that you may change it."""
    return apply(lambda number: number, a)


# --- reading a result -----------------------------------------------------------------


def argmax(v):
    """Return the index of the largest number in a vector.

    If several numbers are the largest, it is the index of the first.
    """
    if len(shape(v)) != 1 or not v:
        raise ValueError(f"argmax takes a non-empty vector; got shape {shape(v)}")
    best = 0
    for i in range(len(v)):
        if v[i] > v[best]:
            best = i
    return best


def array2string(a):
    """Return a vector or matrix as text, much as NumPy and the book print it.

    Floats have up to 8 decimals, and their points are aligned. If the absolute value of
    one is 1e8 or more, or below 1e-4 but not 0, all have 8 decimals and an exponent.
    (This is also so if one is inf or nan.)

    >>> print(array2string([6.00000000000378, 7.999999999999119]))
    [6. 8.]
    >>> print(array2string([-6.111107928998789e-10, 8.148143905314271e-10]))
    [-6.11110793e-10  8.14814391e-10]
    >>> print(array2string([[0.5, 10.0], [-0.25, 3.0]]))
    [[ 0.5  10.  ]
     [-0.25  3.  ]]
    """
    dims = shape(a)
    if len(dims) not in (1, 2):
        raise ValueError(f"array2string takes a vector or matrix; got shape {dims}")
    rows = a if len(dims) == 2 else [a]
    numbers = []
    for row in rows:
        numbers += row
    if all([isinstance(number, int) for number in numbers]):
        texts = [f"{number}" for number in numbers]
    elif all([number == 0 or 1e-4 <= abs(number) < 1e8 for number in numbers]):
        texts = _strip_zeros([f"{number:.8f}" for number in numbers])
    else:
        texts = [f"{number:.8e}" for number in numbers]
    width = max([len(text) for text in texts], default=0)
    texts = [f"{text:>{width}}" for text in texts]
    length = dims[-1]
    lines = []
    for i in range(len(rows)):
        line = texts[i * length : (i + 1) * length]
        lines.append("[" + " ".join(line) + "]")
    text = "\n ".join(lines)
    return f"[{text}]" if len(dims) == 2 else text


def _strip_zeros(texts):
    """Return texts without the zeros at their ends, but with aligned decimal points."""
    stripped = [text.rstrip("0") for text in texts]
    decimals = [len(text) - text.find(".") for text in stripped]
    longest = max(decimals, default=0)
    return [text + " " * (longest - count) for text, count in zip(stripped, decimals)]


if __name__ == "__main__":

    def show(with_numpy, with_lists, result):
        print(f"    {with_numpy:20}{with_lists:22}{result}")

    x = [0.6, 0.9]
    W = [[0.47355232, 0.9977393, 0.84668094], [0.85557411, 0.03563661, 0.69422093]]
    p = dot(x, W)

    print(f"The same with NumPy and with lists, for x = {x} and W =\n")
    print(array2string(W))
    print()
    show("with NumPy", "with lists", "result")
    show("W.shape", "shape(W)", shape(W))
    show("p = np.dot(x, W)", "p = dot(x, W)", array2string(p))
    show("np.argmax(p)", "argmax(p)", argmax(p))
    show("np.exp(p)", "apply(math.exp, p)", array2string(apply(math.exp, p)))
    show("np.zeros_like(x)", "zeros_like(x)", array2string(zeros_like(x)))

    print("\nThe product of x and W, number by number:\n")
    for j in range(len(p)):
        products = f"{x[0]} * {W[0][j]:.8f} + {x[1]} * {W[1][j]:.8f}"
        print(f"    p[{j}] = {products} = {p[j]:.8f}")

    print("\nThe transpose of W, which is W.T in NumPy and transpose(W) here:\n")
    print(array2string(transpose(W)))

    point = [3.0, 4.0]
    grad = [6.0, 8.0]
    lr = 0.1
    new_point = subtract(point, multiply(lr, grad))
    print("\nA step of gradient descent, which is point - lr * grad in NumPy:\n")
    print(f"    subtract({point}, multiply({lr}, {grad}))")
    print(f"    = {new_point}")

    print(f"\nBe careful: point + grad joins two lists, {point + grad},")
    print(f"and {lr} * grad raises TypeError.")
