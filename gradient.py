# SPDX-License-Identifier: MIT-0
"""The numerical gradient: every slope of a function, by measuring.

After section 4.4 of the book Deep Learning from Scratch ("the chapter").

>>> numerical_gradient(function_2, [3.0, 4.0])
[6.00000000000378, 7.999999999999119]

Vocabulary: f is the function, x the point (a list of numbers, or of such lists:
[W1, b1, W2, b2] is a point too), h how far each number is moved.
"""

import math


def numerical_gradient(f, x, h=1e-4):
    """Return the gradient of f at x: (f(x + h) - f(x - h)) / 2h for each number of x.

    f takes the whole point and returns one number. Each number in turn is moved to
    either side, in x itself, and then put back, also when f raises: the next one is to
    be measured at the same point, and x is yours. As x itself moves, f may ignore its
    argument and read x elsewhere: f = lambda W: net.loss(sample, t) does so, when
    numerical_gradient(f, net.W) moves the weights that the net computes with.

    TypeError: x is not a list, or has a member that is neither number nor list, or f
    does not return a number. ValueError: h <= 0. Floats beyond 1.1e12 lie more than 2h
    apart: there x + h == x, and the gradient comes out as 0.

    >>> numerical_gradient(lambda x: x[0][0] * x[0][1] + x[1], [[2, 3], 5])
    [[3.00000000000189, 1.9999999999953388], 0.9999999999976694]
    """
    if not isinstance(x, list):
        raise TypeError(f"expected a list of numbers, or of such lists; got {x!r}")
    if not h > 0:
        raise ValueError(f"h must be more than 0; got {h!r}")
    width = 2 * h  # from x - h to x + h
    grad = []
    for i in range(len(x)):
        value = x[i]
        if not isinstance(value, float) and not isinstance(value, int):
            # A list in x: its numbers are moved where they are, and f gets all of x.
            grad.append(numerical_gradient(lambda part: f(x), value, h))
            continue
        try:
            x[i] = value + h
            fxh1 = f(x)  # f(x + h)
            x[i] = value - h
            fxh2 = f(x)  # f(x - h)
        finally:
            x[i] = value
        try:
            grad.append((fxh1 - fxh2) / width)
        except TypeError:
            raise TypeError(
                f"f must return one number; got {fxh1!r} and {fxh2!r}"
            ) from None
    if grad and not isinstance(grad[-1], (float, list)):  # f returns NumPy arrays
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

    grad takes x and returns a list shaped like x (if not: ValueError). The result is
    the largest difference between two slopes, relative to the larger of them (or to
    1e-4, if that is larger still). As a rule, grad is right if that is below 1e-6, and
    wrong if above 1e-2; but choose an x where the slopes are not nearly 0.

    >>> f"{check_grad(function_2, lambda x: [2 * x[0], 2 * x[1]], [3.0, 4.0]):.0e}"
    '6e-13'
    >>> f"{check_grad(function_2, lambda x: [2 * x[0], x[1]], [3.0, 4.0]):.0e}"
    '5e-01'
    """
    return _difference(grad(x), numerical_gradient(f, x))


def _difference(by_hand, measured):
    if isinstance(measured, list):
        if isinstance(by_hand, list) and len(by_hand) == len(measured):
            pairs = zip(by_hand, measured)
            return max([_difference(*pair) for pair in pairs], default=0.0)
    elif isinstance(by_hand, (float, int)):
        larger = max(abs(by_hand), abs(measured), 1e-4)
        difference = abs(by_hand - measured) / larger
        return math.inf if math.isnan(difference) else difference  # max() loses a nan
    raise ValueError(
        f"grad(x) must be shaped like x; got {by_hand!r}, measured {measured!r}"
    )


def quiver(f, xlim=(-2.0, 2.0), ylim=(-2.0, 2.0), rows=9):
    """Return figure 4-9 as text: arrows along the negative gradient of f.

    f takes [x0, x1]; x0 runs over xlim, x1 over ylim, in so many rows. One sign
    stands for up to a third of the longest gradient, two for up to two thirds, three
    for more; a dot for a gradient of 0, a blank for one that is not finite.

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
    # A cell of a terminal is twice as high as wide: 4 cells by 2 lines are a square,
    # one for each point, and 16 of them leave room for labels in 80 columns.
    columns = min(max(2, 1 + round((rows - 1) * (right - left) / (top - bottom))), 16)
    j_max, i_max = columns - 1, rows - 1
    x0s = [(left * (j_max - j) + right * j) / j_max for j in range(columns)]
    x1s = [(top * (i_max - i) + bottom * i) / i_max for i in range(rows)]
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
                thirds = round(3 * length(g) / longest, 6)  # 1e-13 is measured noise
                eighths = round(math.atan2(-g[1], -g[0]) / (math.pi / 4))  # of a turn
                symbol = "→↗↑↖←↙↓↘"[eighths] * math.ceil(thirds) or "·"
            line += (" " * (len(symbol) < 3) + symbol + "   ")[:4]  # in the middle
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
The arrows point at the lowest place, (0, 0), as far as eight directions allow,
and grow with the distance from it. For another f they need not point at it: an
arrow knows where f falls most, and no more.""")
