# SPDX-License-Identifier: MIT-0
"""The numerical gradient: all slopes of a function, found by measuring.

This is section 4.4 of the book Deep Learning from Scratch by Koki Saitoh, in plain
Python. Run "python3 gradient.py" for a demo.

>>> numerical_gradient(function_2, [3.0, 4.0])  # by hand: [2 * 3, 2 * 4] = [6, 8]
[6.00000000000378, 7.999999999999119]

The names are the book's:

    f     a function that takes a point and returns a number
    x     the point: a list of numbers, or of further lists, such as [W1, b1, W2, b2]
    h     the small distance by which a number is moved
    grad  the gradient; in check_grad, a function that returns it

Points are plain lists. Convert a NumPy array first, with array.tolist().
"""

import math

NUMBER = (float, int)  # what counts as a number


def numerical_gradient(f, x, h=1e-4):
    """Return the gradient of f at x: the slope of f for each number in x.

    The slope for a number says how fast f grows when only that number grows. (Such a
    slope is also called a partial derivative.) It is measured as

        (f(x + h) - f(x - h)) / 2h

    where x + h means x with that one number larger by h. The result has the shape of x.

    >>> f = lambda x: x[0][0] * x[0][1] + x[1]
    >>> numerical_gradient(f, [[2, 3], 5])  # by hand: [[3, 2], 1]
    [[3.00000000000189, 1.9999999999953388], 0.9999999999976694]

    Each number is moved in x itself, not in a copy, and then it is put back, so that
    the other slopes are measured at x, too. So f may ignore its argument if it reads
    the same list elsewhere. For example, in

        numerical_gradient(lambda W: net.loss(sample, t), net.W)

    the loss reads net.W. This works for lists only: in [net.W, net.bias], net.bias must
    be a list, such as [0.5]. If the loss reads a number net.bias, the slope is 0. If
    one list is in x twice, as in [row, row], each slope is the sum of two. f itself
    must not change x.

    Why on both sides? For one number x, a small h, and c for half of f''(x),

        f(x + h) is about f(x) + slope * h + c * h * h
        f(x - h) is about f(x) - slope * h + c * h * h

    In the difference, about 2h * slope is left. One side alone is off by c * h.

    Why not a much smaller h? A float has about 16 digits, so f(x) is off by about
    1e-16 * f(x), and dividing by 2h makes this error larger. With the book's 1e-4, most
    slopes have 7 to 13 correct digits. They have fewer if x or f(x) / slope is huge, if
    the slope is tiny, or if f bends fast.
    """
    _check_input(f, x, h)

    def slopes(part, place):
        """Return the slopes for the numbers in part: x, or the list at this place."""
        grad = []
        for i in range(len(part)):
            value = part[i]
            if isinstance(value, NUMBER):
                try:
                    part[i] = value + h  # part is x or in x, so x changes, too
                    fxh1 = f(x)  # f(x + h)
                    part[i] = value - h
                    fxh2 = f(x)  # f(x - h)
                finally:
                    part[i] = value  # put the number back, even if f raised an error
                _check_results(fxh1, fxh2)
                grad.append((fxh1 - fxh2) / (2 * h))
            else:
                inner = f"{place}[{i}]"  # such as x[0], for an error message
                _check_inner(value, inner)
                grad.append(slopes(value, inner))
        return grad

    return slopes(x, "x")


def function_2(x):
    """Return x0 * x0 + x1 * x1, the book's example: a bowl that is lowest at [0, 0]."""
    return x[0] * x[0] + x[1] * x[1]


def check_grad(f, grad, x):
    """Return how far grad(x), a gradient worked out by hand, is from the numerical one.

    Each slope a in grad(x) is compared with the measured slope b. The result is the
    largest relative difference

        |a - b| / max(|a|, |b|, 1e-4)

    where the 1e-4 keeps two slopes near 0 from counting as different.

    >>> wrong = lambda x: [2 * x[0], x[1]]  # [2 * x[0], 2 * x[1]] would be right
    >>> round(check_grad(function_2, wrong, [3.0, 4.0]), 6)  # |4 - 8| / 8
    0.5

    As a rule of thumb for slopes of more than 1e-4 (or less than -1e-4), grad is right
    if the result is below 1e-6 at random points, and wrong if it is above 1e-2. If it
    is in between, or to find the wrong slope, look at print(compare_grad(f, grad, x)).
    For such slopes, some results tell more about the one that differs most:

        1 - 1/k    it is k times as large as it should be, or a k-th of it (0.5 for
                   twice or half, 0.75 for a forgotten division by 4 samples)
        1          it is 0 and should not be 0, or the reverse
        1 to 2     it has the wrong sign (2 if only the sign is wrong)
        inf        it is inf or nan, in grad(x) or in the numerical gradient

    A right gradient can look wrong near a corner of f (such as that of abs at 0), where
    x or f(x) is huge, where f bends fast, and if f reads an old copy. A wrong gradient
    can look right at a special point: x * x, in place of 2 * x, is right at 2.
    """
    mine, measured = _both_gradients(f, grad, x)
    return _difference(mine, measured)


def _both_gradients(f, grad, x):
    if not callable(grad):
        raise TypeError(f"grad must be a function, not its result; got {_kind(grad)}")
    measured = numerical_gradient(f, x)
    return grad(x), measured


def _difference(a, b):
    """Return the largest relative difference between slopes in a and slopes in b."""
    if isinstance(a, NUMBER) and isinstance(b, NUMBER):
        difference = abs(a - b) / max(abs(a), abs(b), 1e-4)
        # max([0, nan]) would be 0.
        return math.inf if math.isnan(difference) else difference
    if isinstance(a, list) and isinstance(b, list) and len(a) == len(b):
        return max([0.0] + [_difference(p, q) for p, q in zip(a, b)])
    got = f"{_kind(a)} where the numerical gradient has {_kind(b)}"
    error = ValueError if isinstance(a, (float, int, list)) else TypeError
    raise error(f"grad(x) must have the shape of x; got {got}")


def compare_grad(f, grad, x):
    """Return each slope in grad(x), the measured one and their relative difference.

    >>> wrong = lambda x: [2 * x[0], x[1]]  # [2 * x[0], 2 * x[1]] would be right
    >>> print(compare_grad(function_2, wrong, [3.0, 4.0]))
    place             grad(x)      measured  difference
    [0]                     6             6    0.000000
    [1]                     4             8    0.500000
    """
    mine, measured = _both_gradients(f, grad, x)
    _difference(mine, measured)  # raises an error if the shapes differ
    lines = ["place             grad(x)      measured  difference"]
    for (place, a), (_, b) in zip(_by_place(mine), _by_place(measured)):
        texts = [f"{a:.7g}", f"{b:.7g}", f"{_difference(a, b):.6f}"]
        lines.append(f"{place:11} {texts[0]:>13} {texts[1]:>13} {texts[2]:>11}")
    return "\n".join(lines)


def trace_gradient(f, x, h=1e-4):
    """Return as text how each slope is measured: by two calls to f and a division.

    Of x, only the number that is moved is shown. Slopes come from the digits shown.

    >>> print(trace_gradient(lambda x: x[0] * x[0], [3.0]))
    x[0] = 3.0001: f(x) = 9.00060001
    x[0] = 2.9999: f(x) = 8.99940001
        (9.00060001 - 8.99940001) / 0.0002 = 6
    """
    _check_input(f, x, h)
    results = []

    def recorded(x):
        results.append(f(x))
        return results[-1]

    numerical_gradient(recorded, x, h)
    lines = []
    for k, (place, number) in enumerate(_by_place(x)):
        fxh1 = float(f"{results[2 * k]:.15g}") + 0  # as shown; -0.0 + 0 is 0
        fxh2 = float(f"{results[2 * k + 1]:.15g}") + 0
        slope = (fxh1 - fxh2) / (2 * h)
        lines.append(f"x{place} = {number + h:.15g}: f(x) = {fxh1:.15g}")
        lines.append(f"x{place} = {number - h:.15g}: f(x) = {fxh2:.15g}")
        difference = f"({fxh1:.15g} - {_text(fxh2, 15)})"
        lines.append(f"    {difference} / {2 * h} = {slope + 0:.6g}")
    return "\n".join(lines)


def _by_place(x, place=""):
    """Return [(place, number), ...] for all numbers in x; a place is such as [0][2]."""
    if not isinstance(x, list):
        return [(place, x)]
    pairs = []
    for i in range(len(x)):
        pairs += _by_place(x[i], f"{place}[{i}]")
    return pairs


def _text(number, digits):
    """Return a number as text: -2 as (-2), and -0.0 as 0."""
    text = f"{number}" if isinstance(number, int) else f"{number + 0:.{digits}g}"
    return f"({text})" if text[0] == "-" else text


def quiver(f, xlim=(-2.0, 2.0), ylim=(-2.0, 2.0), rows=9):
    """Return figure 4-9 as text: arrows that show the way in which f falls fastest.

    f takes [x0, x1]. There are rows * rows arrows, with x0 from xlim[0] to xlim[1] and
    x1 from ylim[0] to ylim[1]. An arrow points along minus the gradient, in the nearest
    of eight directions, and is drawn with three signs: ↘↘↘ is a gradient over 2/3 as
    long as the longest in the figure, ↘↘· is over 1/3, ↘·· is less, ··· is about 0.

    The figure is a square. So if xlim is wider than ylim, x0 is squeezed, and arrows
    are nearer to upright than with equal axes. With 2 to 20 rows, the figure fits into
    80 columns (2 to 11 rows on a console that is set to Chinese or Japanese, where
    arrows and dots are twice as wide).
    """
    left, right = xlim
    bottom, top = ylim
    width = right - left
    height = top - bottom
    if not (width > 0 and height > 0 and rows > 1):
        got = f"{xlim}, {ylim} and {rows}"
        raise ValueError(f"xlim, ylim must be (low, high), rows > 1; got {got}")
    field = []
    longest = 0.0
    for i in range(rows):
        x1 = top - height * i / (rows - 1)  # from the top down
        x0s = [left + width * j / (rows - 1) for j in range(rows)]
        field.append([numerical_gradient(f, [x0, x1]) for x0 in x0s])
        longest = max([longest] + [_length(g) for g in field[i]])
    lines = [f"x1 = {top}"]
    for gradients in field:
        arrows = []
        for g in gradients:
            share = _length(g) / longest if longest > 0 else 0.0
            # In the figure, width and height are equally long.
            arrows.append(_arrow(-g[0] / width, -g[1] / height, share))
        lines.append(" ".join(arrows))
        lines.append("")  # a square needs this: a character is twice as high as wide
    lines.append(f"x1 = {bottom}")
    lines.append(f"x0 from {left} to {right}")
    return "\n".join(lines)


def _length(g):
    length = math.sqrt(g[0] * g[0] + g[1] * g[1])
    if not math.isfinite(length):
        raise OverflowError(f"f must have finite slopes below 1e150; got {g}")
    return length


def _arrow(right, up, share):
    """Return an arrow of three signs; share is its length, from 0 to 1."""
    count = math.ceil(3 * share - 1e-6)  # 1e-6 so that rounding adds no sign
    angle = math.degrees(math.atan2(up, right))  # from -180 to 180, which are both left
    sign = "←↙↓↘→↗↑↖←"[round((angle + 180) / 45)]
    return sign * count + "·" * (3 - count)


# --- checks ---------------------------------------------------------------------------


def _check_input(f, x, h):
    if not callable(f):
        raise TypeError(f"f must be a function, not its result; got {_kind(f)}")
    if not isinstance(x, list):
        raise TypeError(f"x must be a list, such as [3.0, 4.0]; got {_kind(x)}")
    if not 0 < h < math.inf:
        got = f"{h}"[:20]  # h may be a huge int
        raise ValueError(f"h must be positive and finite, such as 1e-4; got {got}")


def _check_inner(value, place):
    if not isinstance(value, list):
        got = _kind(value)
        raise TypeError(f"{place} must be a float, an int or a list; got {got}")


def _check_results(fxh1, fxh2):
    if not (isinstance(fxh1, NUMBER) and isinstance(fxh2, NUMBER)):
        got = _kind(fxh2 if isinstance(fxh1, NUMBER) else fxh1)
        raise TypeError(f"f must return a float or an int (no return?); got {got}")


def _kind(value):
    if isinstance(value, list):
        return f"a list of {len(value)}"
    hint = " (convert it with tolist())" if hasattr(value, "tolist") else ""
    return type(value).__name__ + hint


if __name__ == "__main__":
    x = [3.0, 4.0]
    print(f"f(x) is x0 * x0 + x1 * x1. print(trace_gradient(f, {x})):\n")
    print(trace_gradient(function_2, x))

    print("\nThe book's three gradients, print(numerical_gradient(f, x)):\n")
    for point in [[3.0, 4.0], [0.0, 2.0], [3.0, 0.0]]:
        print(f"    at x = {point}: {numerical_gradient(function_2, point)}")

    print("\nFigure 4-9, print(quiver(f)). ↓↓↓ is steep, ↓·· is less steep. All arrows")
    print("point at the minimum here, as nearly as eight directions allow:\n")
    print(quiver(function_2))

    print("\nIn general they do not. In the long bowl x0 * x0 / 20 + x1 * x1, most")
    print("arrows point straight up or down, and not at ···, the minimum:\n")
    print(quiver(lambda x: x[0] * x[0] / 20 + x[1] * x[1], xlim=(-10.0, 10.0)))
