# SPDX-License-Identifier: MIT-0
"""The numerical gradient: every slope of a function, by measuring.

>>> numerical_gradient(function_2, [3.0, 4.0])
[6.00000000000378, 7.999999999999119]

Vocabulary: f is the function, x the point (a list of numbers, or of such lists:
[W1, b1, W2, b2] is a point too), h how far each number is moved.
"""

import math


def numerical_gradient(f, x, h=1e-4):
    """Return the gradient of f at x, a list shaped like x, by central differences.

    f takes the point and returns one number. Each number of x in turn is moved by h
    to either side, in place, as f may read it from elsewhere and ignore its argument
    (f = lambda W: net.loss(x, t)), and is then put back, also when f raises.

    A TypeError tells of an x that is no list, of a member that is no number and of
    an f that returns none, a ValueError of h <= 0. Beyond about 1e12 neighbouring
    floats lie farther apart than h: x + h == x, and the slope comes out as 0.

    >>> numerical_gradient(lambda x: x[0][0] * x[0][1] + x[1], [[2, 3], 5])
    [[3.00000000000189, 1.9999999999953388], 0.9999999999976694]
    """
    if not isinstance(x, list):
        raise TypeError(f"x must be a list of numbers, or of such lists; got {x!r}")
    if not h > 0:
        raise ValueError(f"h must be more than 0; got {h!r}")
    width = 2 * h  # from x - h to x + h
    grad = []
    for i in range(len(x)):
        value = x[i]
        if not isinstance(value, float) and not isinstance(value, int):
            # A list in the list: its numbers are moved, and f sees all of x.
            grad.append(numerical_gradient(lambda part: f(x), value, h))
            continue
        try:
            x[i] = value + h
            fxh1 = f(x)
            x[i] = value - h
            fxh2 = f(x)
        finally:
            x[i] = value
        try:
            grad.append((fxh1 - fxh2) / width)
        except TypeError:
            raise TypeError(
                f"f must return one number; got {fxh1!r} and {fxh2!r}"
            ) from None
    if grad and not isinstance(grad[-1], (float, list)):  # such as a NumPy array
        raise TypeError(f"f must return one number; got {fxh1!r} and {fxh2!r}")
    return grad


def function_2(x):
    """Return x[0]**2 + x[1]**2, the chapter's example: a bowl, lowest at (0, 0).

    >>> function_2([3.0, 4.0])
    25.0
    """
    return x[0] ** 2 + x[1] ** 2


def check_grad(f, grad, x):
    """Return how far grad, worked out by hand, is from the numerical gradient at x.

    grad takes x and returns a list shaped like x, or there is a ValueError. The
    result is the largest difference between two slopes, relative to the larger of
    the two, or to 1e-4 where both are smaller. A right grad comes to 1e-6 or less.

    >>> check_grad(function_2, lambda x: [2 * x[0], 2 * x[1]], [3.0, 4.0]) < 1e-6
    True
    >>> check_grad(function_2, lambda x: [2 * x[0], x[1]], [3.0, 4.0]) < 1e-6
    False
    """
    return _difference(grad(x), numerical_gradient(f, x))


def _difference(a, b):
    if isinstance(b, list):
        if isinstance(a, list) and len(a) == len(b):
            return max([0.0] + [_difference(p, q) for p, q in zip(a, b)])
    elif isinstance(a, (int, float)):
        difference = abs(a - b) / max(abs(a), abs(b), 1e-4)
        return math.inf if math.isnan(difference) else difference  # max() loses a nan
    raise ValueError(f"grad must be shaped like x; got {a!r} for {b!r}")


def quiver(f, xlim=(-2.0, 2.0), ylim=(-2.0, 2.0), rows=9):
    """Return figure 4-9 as text: arrows along the negative gradient of f.

    f takes [x0, x1]; x0 runs over xlim, x1 over ylim in so many rows. An arrow is
    drawn once, twice or three times: up to a third, two thirds, all of the longest.
    A dot is a gradient of 0 (next to the longest), a blank one that is not finite.

    >>> print(quiver(function_2, rows=3))
         x1
          2  ↘↘↘ ↓↓↓ ↙↙↙
    <BLANKLINE>
          0  →→→  ·  ←←←
    <BLANKLINE>
         -2  ↗↗↗ ↑↑↑ ↖↖↖
    <BLANKLINE>
             -2      2       x0
    """
    (left, right), (bottom, top) = xlim, ylim
    if rows < 2 or not (left < right and bottom < top):
        raise ValueError("quiver: rows from 2 up, xlim and ylim from low to high")
    # A point has 4 columns and 2 lines: a square, where a cell is 1 wide and 2 high.
    columns = min(max(2, 1 + round((rows - 1) * (right - left) / (top - bottom))), 16)
    x0s = [left + (right - left) * j / (columns - 1) for j in range(columns)]
    x1s = [top - (top - bottom) * i / (rows - 1) for i in range(rows)]
    field = [[numerical_gradient(f, [x0, x1]) for x0 in x0s] for x1 in x1s]

    def length(g):
        return math.sqrt(g[0] * g[0] + g[1] * g[1])

    finite = [length(g) for row in field for g in row if length(g) < math.inf]
    longest = max(finite, default=0.0) or 1.0
    lines = ["     x1"]
    for x1, row in zip(x1s, field):
        line = f"{x1:7.4g}  "
        for g in row:
            symbol = ""
            if length(g) < math.inf:
                thirds = round(3 * length(g) / longest, 6)  # a 0 may measure as 1e-13
                eighths = round(math.atan2(-g[1], -g[0]) / (math.pi / 4))  # -4 to 4
                symbol = "→↗↑↖←↙↓↘"[eighths] * math.ceil(thirds) or "·"
            line += (" " * (len(symbol) < 3) + symbol + "   ")[:4]
        lines += [line.rstrip(), ""]
    labels = [f"{x0:<8.4g}" for x0 in x0s[::2]]
    return "\n".join(lines + [" " * 9 + "".join(labels) + "x0"])


if __name__ == "__main__":
    print("The gradient of function_2(x) = x[0]**2 + x[1]**2\n")
    for x in [3.0, 4.0], [0.0, 2.0], [3.0, 0.0]:
        print(f">>> numerical_gradient(function_2, {x})")
        print(numerical_gradient(function_2, x))
    print("""
By hand it is [2 * x[0], 2 * x[1]]: [6, 8], [0, 4], [6, 0]. What differs, from
the 12th digit on, is rounding. NumPy measures the same, and prints [6. 8.].

>>> print(quiver(function_2))  # figure 4-9: where f falls most, and how steeply""")
    print(quiver(function_2))
    print("""
All arrows point at the lowest place, (0, 0), the longer the farther from it.
For another f they need not: an arrow knows where f falls most, and no more.""")
