# SPDX-License-Identifier: MIT-0
"""The numerical gradient: all slopes of a function, found by measuring. It follows
section 4.4 of the book Deep Learning from Scratch ("the chapter").

>>> numerical_gradient(function_2, [3.0, 4.0])  # [6, 8], but for rounding
[6.00000000000378, 7.999999999999119]

Vocabulary: f is the function, x the point (a list of numbers, or of such lists: also
[W1, b1, W2, b2], the weights of a net), h how far a number is moved.
"""

import math


def numerical_gradient(f, x, h=1e-4):
    """Return the gradient of f at x: (f(x + h) - f(x - h)) / 2h for each number of x.

    Each is a partial derivative: the slope of f when only that number moves. It moves
    in x itself, so that f may read x elsewhere, as lambda W: net.loss(sample, t) reads
    net.W, and is put back, also if f raises: the next slope is measured there, and x is
    yours. TypeError: x is not lists of numbers, or f(x) no number. ValueError: h <= 0.

    Why both sides: the bend of the curve adds the same to f(x + h) and f(x - h), and is
    lost in their difference: the error falls with h * h, that of one side with h. Why
    not a tiny h: f is rounded in its 16th digit, and that error is divided by 2h. At
    1e-4 it is noise after the eleventh digit of a slope, 6.00000000000378, or earlier
    if f is far larger. Beyond 1.1e12, x + h == x, and the slope comes out as 0.

    >>> numerical_gradient(lambda x: x[0][0] * x[0][1] + x[1], [[2, 3], 5])
    [[3.00000000000189, 1.9999999999953388], 0.9999999999976694]
    """
    if not isinstance(x, list):
        raise TypeError(f"x must be lists of numbers, as [3.0]; got {type(x).__name__}")
    if not 0 < h < math.inf:
        raise ValueError(f"h must be more than 0, such as 1e-4; got {h!r:.50}")
    number, two_h = (float, int), 2 * h
    grad = []
    for i, value in enumerate(x):
        if not isinstance(value, number):  # a list in x: f still gets all of x
            grad.append(numerical_gradient(lambda part: f(x), value, h))
            continue
        try:
            x[i] = value + h
            fxh1 = f(x)  # f(x + h)
            x[i] = value - h
            fxh2 = f(x)  # f(x - h)
        finally:
            x[i] = value  # put back: for the next slope and, if f raises, the caller
        if not (isinstance(fxh1, number) and isinstance(fxh2, number)):
            bad = fxh2 if isinstance(fxh1, number) else fxh1
            raise TypeError(f"f must return one number; got {str(bad)!r:.50}")
        grad.append((fxh1 - fxh2) / two_h)
    return grad


def function_2(x):
    """Return x0 squared + x1 squared, the chapter's bowl, which is lowest at (0, 0)."""
    return x[0] * x[0] + x[1] * x[1]


def check_grad(f, grad, x):
    """Return how far grad, a function of yours, is from the numerical gradient at x.

    That is the largest |a - b| / max(|a|, |b|, 1e-4) of two slopes. As a rule, grad is
    right if it is below 1e-6, wrong if above 1e-2; above 1, a sign is wrong. In between
    and to be sure, try other points (at 0, even [3 * x[0], 3 * x[1]] fits), where f has
    no kink and no slope is nearly 0. ValueError: grad(x) is not shaped like x.

    >>> wrong = lambda x: [2 * x[0], x[1]]  # [2 * x[0], 2 * x[1]] would be right
    >>> round(check_grad(function_2, wrong, [3.0, 4.0]), 6)
    0.5
    """
    return _difference(grad(x), numerical_gradient(f, x))


def _difference(a, b):
    """Return the largest relative difference of a slope in a and the one in b."""
    if isinstance(a, (float, int)) and isinstance(b, float):
        difference = abs(a - b) / max(abs(a), abs(b), 1e-4)
        return math.inf if math.isnan(difference) else difference  # max() may lose nan
    if isinstance(a, list) and isinstance(b, list) and len(a) == len(b):
        return max([_difference(p, q) for p, q in zip(a, b)], default=0.0)
    got, due = [
        f"list of {len(part)}" if isinstance(part, list) else type(part).__name__
        for part in (a, b)
    ]
    raise ValueError(f"grad(x) must be shaped like x; got a {got} for a {due}")


def quiver(f, xlim=(-2.0, 2.0), ylim=(-2.0, 2.0), rows=9):
    """Return figure 4-9 as text: arrows along minus the gradient, steepest downhill.

    That need not be the way to the lowest place: an arrow knows only the slopes where
    it stands. f takes [x0, x1]. An arrow has the nearest of eight directions, and one
    sign if it is up to a third as long as the longest, two up to two thirds, or three.
    A dot is a gradient of (nearly) 0. ValueError: limits not from low to high; a slope
    of inf or nan.
    """
    (left, right), (bottom, top) = xlim, ylim
    if not (2 <= rows <= 20 and left < right and bottom < top):
        raise ValueError("quiver takes 2 to 20 rows, xlim and ylim from low to high")
    x0s = [left + (right - left) * j / (rows - 1) for j in range(rows)]
    x1s = [top - (top - bottom) * i / (rows - 1) for i in range(rows)]  # downwards
    field = [[numerical_gradient(f, [x0, x1]) for x0 in x0s] for x1 in x1s]
    lengths = [[math.sqrt(g0 * g0 + g1 * g1) for g0, g1 in row] for row in field]
    if not all(math.isfinite(length) for row in lengths for length in row):
        raise ValueError("quiver: f has a slope of inf or nan between these limits")
    longest = max(map(max, lengths)) or 1.0  # 1.0: of a flat f, all are dots
    lines = [f"x1 = {top}"]
    for i in range(rows):
        line = ""
        for (g0, g1), length in zip(field[i], lengths[i]):
            angle = math.degrees(math.atan2(-g1, -g0))  # from -180 to 180, both left
            arrow = "←↙↓↘→↗↑↖←"[round((angle + 180) / 45)]
            signs = math.ceil(3 * length / longest - 1e-6)  # 1e-6: noise adds no sign
            line += ["·   ", arrow + "   ", 2 * arrow + "  ", 3 * arrow + " "][signs]
        lines += [line.rstrip(), ""]  # an empty line makes the figure a square
    return "\n".join(lines + [f"x1 = {bottom}", f"x0 from {left} to {right}"])


if __name__ == "__main__":
    values = []

    def f(x):
        values.append(function_2(x))
        print(f"f({x}) = {values[-1]:.8f}")
        return values[-1]

    print("The slopes of f(x) = x0 * x0 + x1 * x1 at (3, 4), from four calls of f:\n")
    numerical_gradient(f, [3.0, 4.0])
    for above, below in [values[:2], values[2:]]:
        print(f"({above:.8f} - {below:.8f}) / 0.0002 = {(above - below) / 0.0002:.8f}")
    print("\nThe chapter's three points (it prints 6, 8, ...; the rest is noise):\n")
    for x in [3.0, 4.0], [0.0, 2.0], [3.0, 0.0]:
        print(f">>> numerical_gradient(function_2, {x})")
        print(numerical_gradient(function_2, x))
    print("\n>>> print(quiver(function_2))  # figure 4-9: the steepest way down")
    print(quiver(function_2))
    print("\nIn a long bowl, few arrows point at the lowest place, the dot:\n")
    print(">>> print(quiver(lambda x: x[0] * x[0] / 20 + x[1] * x[1], (-10, 10)))")
    print(quiver(lambda x: x[0] * x[0] / 20 + x[1] * x[1], (-10, 10)))
