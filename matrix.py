# SPDX-License-Identifier: MIT-0
"""Vectors and matrices as plain lists: some of NumPy's functions, written out.

The book is Deep Learning from Scratch by Koki Saitoh. Its section 4.4 uses dot,
zeros_like, randn, argmax, + - and *. Run "python3 matrix.py" for a demo.

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
>>> multiply(2, x)  # but 2 * x joins the list to itself: [3, 4, 3, 4]
[6, 8]
>>> apply(math.sqrt, [4, 9])
[2.0, 3.0]
>>> around([6.00000000000378, 7.999999999999119], 8)
[6.0, 8.0]
>>> argmax(x)
1

Lists in results are new, and arguments are never changed. The functions raise TypeError
if an argument has the wrong type, such as a NumPy array (convert it with
array.tolist()), and ValueError if shapes do not fit.
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

    A row times a column is the sum of row[i] * column[i] over all i. A vector a counts
    as one row, and a vector b as one column.

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
    shape_a = shape(a, "a")
    shape_b = shape(b, "b")
    if len(shape_a) not in (1, 2) or len(shape_b) not in (1, 2):
        rule = "dot takes vectors and matrices"
        raise ValueError(f"{rule}; got shapes {shape_a} and {shape_b}")
    if shape_a[-1] != shape_b[0]:
        rule = "dot: the rows of a must be as long as the columns of b"
        raise ValueError(f"{rule}; got shapes {shape_a} and {shape_b}")
    if len(shape_b) == 1:
        if len(shape_a) == 1:
            return _row_times_column(a, b)
        return [_row_times_column(row, b) for row in a]
    columns = list(zip(*b))  # zip(b[0], b[1], ...) gives the columns, as tuples
    if len(shape_a) == 1:
        return [_row_times_column(a, column) for column in columns]
    return [[_row_times_column(row, column) for column in columns] for row in a]


def _row_times_column(row, column):
    total = 0
    for i in range(len(row)):  # sum() rounds differently since Python 3.12
        total += row[i] * column[i]
    return total


def trace_dot(a, b):
    """Return as text how each number in dot(a, b) is computed (floats are rounded).

    >>> print(trace_dot([1, 2], [[3, 4], [5, 6]]))
    dot[0] = 1 * 3 + 2 * 5 = 13
    dot[1] = 1 * 4 + 2 * 6 = 16
    """
    dot(a, b)  # raises an error if a and b do not fit
    a = apply(_rounded, a)
    b = apply(_rounded, b)
    a_is_matrix = len(shape(a)) == 2
    b_is_matrix = len(shape(b)) == 2
    lines = []
    for i, row in enumerate(a if a_is_matrix else [a]):
        for j, column in enumerate(zip(*b) if b_is_matrix else [b]):
            place = f"[{i}]" if a_is_matrix else ""
            place += f"[{j}]" if b_is_matrix else ""
            terms = [f"{_text(p, 12)} * {_text(q, 12)}" for p, q in zip(row, column)]
            total = _row_times_column(row, column)
            result = f"{total}" if isinstance(total, int) else f"{total + 0:.9g}"
            line = f"dot{place} = {' + '.join(terms or ['0'])} = {result}"
            lines.append(_broken(line))
    return "\n".join(lines)


def _rounded(number):
    """Return a float rounded to the 12 digits that are shown, or an int as it is."""
    return number if isinstance(number, int) else float(f"{number:.12g}")


def _text(number, digits):
    """Return a number as text: -2 as (-2), and -0.0 as 0."""
    text = f"{number}" if isinstance(number, int) else f"{number + 0:.{digits}g}"
    return f"({text})" if text[0] == "-" else text


def _broken(line):
    """Break a line of over 80 columns after each + and before all = but the first."""
    if len(line) <= 80:
        return line
    name, rest = line.split(" = ", 1)
    rest = rest.replace(" + ", " +\n    ").replace(" = ", "\n    = ")
    return f"{name} = {rest}"


def shape(a, name="a"):
    """Return the shape of a: () for a number, (3,) for a vector, (2, 3) for a matrix.

    Raises ValueError if a is ragged, which means that its parts differ in shape.
    """
    if isinstance(a, NUMBER):
        return ()
    if not isinstance(a, list):
        raise _not_a_list(a, name)
    if not a:
        return (0,)
    first = shape(a[0], name)
    for part in a[1:]:
        other = shape(part, name)
        if other != first:
            got = f"parts of the shapes {first} and {other}"
            raise ValueError(f"{name} must not be ragged; got {got}")
    return (len(a),) + first  # (2,) + (3,) is (2, 3)


def transpose(a):
    """Return the matrix whose rows are the columns of a."""
    if len(shape(a)) != 2:
        raise ValueError(f"transpose takes a matrix; got the shape {shape(a)}")
    columns = []
    for j in range(len(a[0])):
        columns.append([row[j] for row in a])
    return columns


def argmax(v):
    """Return the index of the largest number in a vector (the first such index)."""
    if len(shape(v, "v")) != 1 or not v:
        raise ValueError(f"argmax takes a non-empty vector; got the shape {shape(v)}")
    best = 0
    for i in range(len(v)):
        if v[i] > v[best]:
            best = i
    return best


def apply(func, a, name="a"):
    """Return func(number) for every number in a, in the shape of a."""
    if isinstance(a, NUMBER):
        return func(a)
    if not isinstance(a, list):
        raise _not_a_list(a, name)
    return [apply(func, part, name) for part in a]


def add(a, b):
    """Return a + b, number by number. Both have the same shape, or one is a number.

    Both may be ragged in the same way, such as [W1, b1, W2, b2]. A matrix plus a row is
    a ValueError. For that, write [add(row, b) for row in a].

    >>> add([[1, 2], [3, 4]], [[10, 20], [30, 40]])
    [[11, 22], [33, 44]]
    """
    return _elementwise(lambda p, q: p + q, a, b)


def subtract(a, b):
    """Return a - b, number by number, for a and b as in add.

    So a step of gradient descent, point - lr * grad, is one line for a whole network:

    >>> point = [[[5, 6], [7, 8]], [9, 10]]  # [W1, b1]
    >>> grad = [[[1, 1], [1, 1]], [2, 2]]
    >>> subtract(point, multiply(3, grad))  # lr = 3
    [[[2, 3], [4, 5]], [3, 4]]
    """
    return _elementwise(lambda p, q: p - q, a, b)


def multiply(a, b):
    """Return a * b, number by number, for a and b as in add. (For the product: dot.)"""
    return _elementwise(lambda p, q: p * q, a, b)


def _elementwise(func, a, b):
    """Return func(p, q) for each number p in a and the number q at its place in b."""
    if isinstance(a, NUMBER):
        return apply(lambda q: func(a, q), b, "b")
    if isinstance(b, NUMBER):
        return apply(lambda p: func(p, b), a)
    return _pair_by_pair(func, a, b)


def _pair_by_pair(func, a, b):
    # In a list, a number does not fit a list: add([1, 2], [[3], [4]]) is an error.
    if isinstance(a, NUMBER) and isinstance(b, NUMBER):
        return func(a, b)
    if isinstance(a, list) and isinstance(b, list) and len(a) == len(b):
        return [_pair_by_pair(func, p, q) for p, q in zip(a, b)]
    for name, part in (("a", a), ("b", b)):
        if not isinstance(part, (list, float, int)):
            raise _not_a_list(part, name)
    rule = "a and b, and all lists in them, must have the same shape (no broadcasting)"
    raise ValueError(f"{rule}; got {_kind(a)} in a, and {_kind(b)} at its place in b")


def around(a, decimals=0):
    """Return a with every number rounded as round(number, decimals) does."""
    return apply(lambda number: round(number, decimals) + 0, a)  # -0.0 + 0 is 0.0


def copy(a):
    """Return a copy of a that shares no list with a, so that you may change it."""
    return apply(lambda number: number, a)


def zeros(shape, *others):
    """Return zeros in the given shape: zeros((2, 3)) is 2 rows of 3 zeros.

    zeros(3) is a vector, as zeros((3,)) is.
    """
    lengths = (shape,) if isinstance(shape, int) else shape
    if others or not isinstance(lengths, (tuple, list)):
        got = f"{1 + len(others)} arguments" if others else _kind(shape)
        raise TypeError(
            f"zeros takes a length or a tuple, as in zeros((2, 3)); got {got}"
        )
    for length in lengths:
        if not isinstance(length, int) or length < 0:
            error = ValueError if isinstance(length, int) else TypeError
            got = f"{length}" if isinstance(length, (int, float)) else _kind(length)
            rule = "lengths must be ints, 0 or more, as in zeros((2, 3)) or randn(2, 3)"
            raise error(f"{rule}; got {got}"[:150])
    if not lengths:
        return 0.0
    # Each row is made anew. (With [row] * 2, both rows would be the same list.)
    return [zeros(lengths[1:]) for _ in range(lengths[0])]


def zeros_like(a):
    """Return zeros in the shape of a. They are floats, even if a contains integers."""
    return apply(lambda number: 0.0, a)


def randn(*lengths):
    """Return standard Gaussian random numbers: randn(2, 3) is 2 rows of 3.

    After random.seed(0), every run gets the same numbers.
    """
    return apply(lambda zero: _gauss(), zeros(lengths))


def _gauss():
    """Return a random number from the standard Gaussian distribution.

    (Box and Muller found how to make it of two random numbers between 0 and 1.)
    """
    radius = math.sqrt(-2.0 * math.log(1.0 - random.random()))  # never log(0)
    return radius * math.cos(2.0 * math.pi * random.random())


# --- errors ---------------------------------------------------------------------------


def _not_a_list(a, name):
    rule = f"{name} must be made of lists, floats and ints"
    return TypeError(f"{rule}; got {_kind(a)}")


def _kind(value):
    if isinstance(value, list):
        return f"a list of {len(value)}"
    hint = " (convert it with tolist())" if hasattr(value, "tolist") else ""
    return type(value).__name__ + hint


if __name__ == "__main__":

    def show(with_numpy, with_lists, result):
        print(f"{with_numpy:18}{with_lists:20}{result}")

    def text(v):
        return "[" + ", ".join([f"{number:.9g}" for number in v]) + "]"

    x = [0.6, 0.9]
    W = [[0.47355232, 0.9977393, 0.84668094], [0.85557411, 0.03563661, 0.69422093]]
    p = dot(x, W)
    print(f"x = {x}\nW = [{text(W[0])},\n     {text(W[1])}]\n")
    show("with NumPy", "with lists", "result")
    show("W.shape", "shape(W)", shape(W))
    show("p = np.dot(x, W)", "p = dot(x, W)", text(p))
    show("np.argmax(p)", "argmax(p)", argmax(p))
    show("np.exp(p)", "apply(math.exp, p)", text(apply(math.exp, p)))
    show("np.zeros_like(x)", "zeros_like(x)", zeros_like(x))

    print("\nThe product of x and W, print(trace_dot(x, W)):\n")
    print(trace_dot(x, W))

    print("\nThe transpose of W, which is W.T in NumPy and transpose(W) here:\n")
    for row in transpose(W):
        print(f"    {text(row)}")

    point = [3.0, 4.0]
    grad = [6.0, 8.0]
    print(f"\nA step point - 0.1 * grad, from {point} with the gradient {grad}:\n")
    print("subtract(point, multiply(0.1, grad))")
    print(f"    = {subtract(point, multiply(0.1, grad))}\n")
    print(f"Be careful: point + grad joins the lists, {point + grad},")
    print(f"and 2 * grad joins grad to itself, {2 * grad}.")
