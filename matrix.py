# SPDX-License-Identifier: MIT-0
"""Arrays as lists of lists: what section 4.4 of the book Deep Learning from Scratch
("the chapter") takes from NumPy, as plain loops.

>>> x, W = [3, 4], [[1, 2, 3], [4, 5, 6]]  # a vector; a matrix is a list of its rows
>>> shape(W), transpose(W), argmax(x)
((2, 3), [[1, 4], [2, 5], [3, 6]], 1)
>>> add(x, [10, 20]), subtract(x, 1), multiply(10, x), apply(math.sqrt, [4, 9])
([13, 24], [2, 3], [30, 40], [2.0, 3.0])
>>> zeros(2, 3), zeros_like(x), copy(x)
([[0.0, 0.0, 0.0], [0.0, 0.0, 0.0]], [0.0, 0.0], [3, 4])

Numbers are ints or floats. Results are new lists, and arguments are never changed. Of
a tuple or an array (TypeError), make lists first: list(t), array.tolist().
"""

import math
import random


def dot(a, b):
    """Return the product of two vectors or matrices: rows of a times columns of b.

    A row times a column is the sum of row[k] * column[k] over all k. A vector counts as
    one row on the left, one column on the right, and the result is without it: (n,)
    and (n,) give a number, (n,) and (n, p) give (p,), (m, n) and (n,) give (m,), (m, n)
    and (n, p) give (m, p). ValueError: other shapes.

    >>> W = [[3, 4], [5, 6]]
    >>> dot([1, 2], [3, 4]), dot([1, 2], W), dot(W, [1, 2]), dot(W, W)
    (11, [13, 16], [11, 17], [[29, 36], [45, 56]])
    """
    left, right = shape(a), shape(b)
    if not (1 <= len(left) <= 2 and 1 <= len(right) <= 2):
        raise ValueError(f"dot takes 1 or 2 dimensions; got shapes {left} and {right}")
    if left[-1] != right[0]:
        raise ValueError(f"dot: the last of {left} must equal the first of {right}")
    rows = a if len(left) == 2 else [a]
    columns = list(zip(*b)) if len(right) == 2 else [b]  # zip(*b) are its columns
    ks = range(right[0])
    product = []
    for row in rows:
        totals = []
        for column in columns:
            total = 0
            for k in ks:
                total += row[k] * column[k]
            totals.append(total)
        product.append(totals if len(right) == 2 else totals[0])  # b is one column
    return product if len(left) == 2 else product[0]  # a is one row


def shape(a):
    """Return the lengths of a: () of a number, (2, 3) of 2 rows of 3, (0,) of [].

    ValueError: the list is ragged, its rows differ in shape.
    """
    if isinstance(a, (float, int)):
        return ()
    if not isinstance(a, list):
        raise TypeError(f"expected a number or a list; got {type(a).__name__}")
    inner = set(map(shape, a))  # of the rows: only one, if all have the same shape
    if len(inner) > 1:
        raise ValueError(f"ragged list: rows of shapes {min(inner)} and {max(inner)}")
    return (len(a),) + (inner.pop() if inner else ())  # (2,) + (3,) is (2, 3)


def zeros(*dims):
    """Return zeros in the shape dims: zeros(2, 3) is 2 rows of 3, zeros() is 0.0."""
    for length in dims:
        if not isinstance(length, int) or length < 0:
            raise ValueError(f"lengths go as in zeros(2, 3); got {str(length)!r:.50}")
    if not dims:
        return 0.0
    return [zeros(*dims[1:]) for _ in range(dims[0])]


def zeros_like(a):
    """Return zeros in the shape of a. They are floats; NumPy's are ints if a's are."""
    return apply(lambda number: 0.0, a)


def randn(*dims):
    """Return standard Gaussian numbers in the shape dims, as random.seed decides."""

    def gauss(zero):  # Box-Muller; random.gauss() is not the same on every Python
        radius = math.sqrt(-2.0 * math.log(1.0 - random.random()))  # never log(0)
        return radius * math.cos(2.0 * math.pi * random.random())

    return apply(gauss, zeros(*dims))


def copy(a):
    """Return a copy that shares no list with a: changing one leaves the other as is."""
    return apply(lambda number: number, a)


def apply(func, a):
    """Return func of every number of a, in the shape of a; that may be ragged."""
    if isinstance(a, list):
        return [apply(func, part) for part in a]
    if not isinstance(a, (float, int)):
        raise TypeError(f"expected a number or a list; got {type(a).__name__}")
    return func(a)


def add(a, b):
    """Return a + b, number by number: of one shape, or either is a plain number."""
    return _elementwise(lambda p, q: p + q, a, b)


def subtract(a, b):
    """Return a - b, number by number: of one shape, or either is a plain number."""
    return _elementwise(lambda p, q: p - q, a, b)


def multiply(a, b):
    """Return a * b, number by number: of one shape, or either is a plain number."""
    return _elementwise(lambda p, q: p * q, a, b)


def _elementwise(func, a, b):
    left, right = shape(a), shape(b)
    if left != right and left != () and right != ():
        raise ValueError(
            f"shapes must be equal, or one a number; got {left} and {right}"
        )
    return _combine(func, a, b)


def _combine(func, a, b):
    if isinstance(a, list) and isinstance(b, list):
        return [_combine(func, p, q) for p, q in zip(a, b)]
    if isinstance(a, list):
        return [_combine(func, p, b) for p in a]
    if isinstance(b, list):
        return [_combine(func, a, q) for q in b]
    return func(a, b)


def transpose(a):
    """Return the matrix whose rows are the columns of a."""
    if len(shape(a)) != 2:
        raise ValueError(f"transpose takes a matrix; got shape {shape(a)}")
    return [[row[j] for row in a] for j in range(len(a[0]))]


def argmax(v):
    """Return the index of the largest number of a vector; of equals, the first."""
    if len(shape(v)) != 1 or not v:
        raise ValueError(f"argmax takes a non-empty vector; got shape {shape(v)}")
    return v.index(max(v))


def array2string(a, digits=8):
    """Return a vector or matrix as text, a line a row; digits: the significant ones."""
    dims = len(shape(a))
    if dims not in (1, 2):
        raise ValueError(f"array2string takes 1 or 2 dimensions; got shape {shape(a)}")
    rows = a if dims == 2 else [a]
    texts = [[f"{number:.{digits}g}" for number in row] for row in rows]
    width = max([len(text) for row in texts for text in row], default=0)
    lines = [" ".join([f"{text:>{width}}" for text in row]) for row in texts]
    block = "[" + "]\n [".join(lines) + "]"
    return "[" + block + "]" if dims == 2 else block


if __name__ == "__main__":
    x, grad, sample = [3.0, 4.0], [6.0, 8.0], [0.6, 0.9]
    W = [[0.47355232, 0.9977393, 0.84668094], [0.85557411, 0.03563661, 0.69422093]]
    step, p = multiply(0.1, grad), dot(sample, W)
    print(f"""x = {x}, grad = {grad}, sample = {sample}; W is printed below

The chapter's NumPy    The same with lists         gives
np.zeros_like(x)       zeros_like(x)               {zeros_like(x)}
step = 0.1 * grad      step = multiply(0.1, grad)  {array2string(step)}
x - step               subtract(x, step)           {array2string(subtract(x, step))}
W.shape                shape(W)                    {shape(W)}
print(W, W.T)          array2string(W), array2string(transpose(W))
{array2string(W)}
{array2string(transpose(W))}
p = np.dot(sample, W)  p = dot(sample, W)
{array2string(p, digits=9)}
    p[0] = 0.6 * 0.47355232 + 0.9 * 0.85557411 = {p[0]:.8f}
np.argmax(p)           argmax(p)                   {argmax(p)}
np.exp(p)              apply(math.exp, p)
{array2string(apply(math.exp, p), digits=9)}

But x + grad joins the lists, {x + grad}, and 0.1 * grad fails.""")
