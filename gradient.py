# SPDX-License-Identifier: MIT-0
"""The numerical gradient: all slopes of a function, found by measuring.

This is section 4.4 of the book Deep Learning from Scratch by Koki Saitoh, in plain
Python. Run "python3 gradient.py" for a demo.

>>> numerical_gradient(function_2, [3.0, 4.0])  # by hand: [2 * 3, 2 * 4] = [6, 8]
[6.00000000000378, 7.999999999999119]

The names are the book's:

    f  a function that takes a point and returns a number
    x  the point, a list of numbers or of further lists:
           [3.0, 4.0]
           [[2.0, 3.0], 5.0]
           [W1, b1, W2, b2], all the weights of a network as one point
    h  the small distance by which a number is moved

Points are plain lists. Convert each NumPy array first, with array.tolist().
"""

import math


def numerical_gradient(f, x, h=1e-4):
    """Return the gradient of f at x: the slope of f for each number in x.

    The slope for a number says how fast f grows when only that number grows. (Such a
    slope is also called a partial derivative.) It is measured as

        (f(x + h) - f(x - h)) / 2h

    where x + h means x with that one number larger by h. The result has the shape of x.

    >>> numerical_gradient(lambda x: x[0] * x[0], [3.0])  # by hand: [2 * 3]
    [6.000000000012662]
    >>> f = lambda x: x[0][0] * x[0][1] + x[1]
    >>> numerical_gradient(f, [[2, 3], 5])  # by hand: [[3, 2], 1]
    [[3.00000000000189, 1.9999999999953388], 0.9999999999976694]

    The number is moved in x itself, not in a copy, and then it is put back, even if f
    raises an error. So f may ignore its argument if it reads the same list elsewhere.
    For example, in numerical_gradient(lambda W: net.loss(sample, t), net.W), the loss
    reads net.W. (With a copy of net.W, all slopes would be 0.) f must not change x.

    Why on both sides of x? Near x, a smooth curve is almost a parabola. (This is
    Taylor's formula.) With c for half of the second derivative,

        f(x + h) is about f(x) + slope * h + c * h * h
        f(x - h) is about f(x) - slope * h + c * h * h

    In the difference, f(x) and the curvature c * h * h cancel, and 2h * slope is left.
    The error that remains is about h * h / 6 times the third derivative, so it becomes
    100 times smaller when h becomes 10 times smaller. With (f(x + h) - f(x)) / h, which
    uses one side only, the error becomes just 10 times smaller.

    Why not a much smaller h? A float has about 16 digits, so f(x) is off by about
    1e-16 * f(x). Dividing by 2h makes this error 5000 times larger with h = 1e-4, but
    5e11 times larger with h = 1e-12.

    With h = 1e-4, the book's choice, most slopes have 8 to 11 correct digits. Squares
    have more, because their third derivative is 0. Functions that bend fast have fewer:
    the slope of exp(10 * x) has about 7. Where f(x) is huge but its slopes are not,
    take a larger h. Where x itself is huge, x + h is rounded: from about 1e10 on,
    slopes can be off by 1 percent or more, and beyond 1.1e12 they come out as 0.

    Raises TypeError if x does not consist of lists of numbers, or if f does not return
    a number. Raises ValueError if h is not positive and finite.
    """
    if not isinstance(x, list):
        got = type(x).__name__
        raise TypeError(f"x must be a list of numbers or lists, like [3.0]; got {got}")
    if not 0 < h < math.inf:
        raise ValueError(f"h must be positive and finite, such as 1e-4; got {h:g}")
    number = (float, int)  # the types that count as numbers
    slopes = []
    for i in range(len(x)):
        value = x[i]
        if isinstance(value, number):
            try:
                x[i] = value + h
                fxh1 = f(x)  # f(x + h)
                x[i] = value - h
                fxh2 = f(x)  # f(x - h)
            finally:
                x[i] = value  # put the number back, even if f raised an error
            if not (isinstance(fxh1, number) and isinstance(fxh2, number)):
                got = type(fxh2 if isinstance(fxh1, number) else fxh1).__name__
                raise TypeError(f"f must return a float or an int; got {got}")
            slopes.append((fxh1 - fxh2) / (2 * h))
        else:
            # The value is a list in x, such as a row. This call moves the numbers of
            # the row, and x changes with them. But f needs all of x, not the row. So
            # the function that is passed on ignores its argument row and returns f(x).
            slopes.append(numerical_gradient(lambda row: f(x), value, h))
    return slopes


def function_2(x):
    """Return x0 * x0 + x1 * x1, the book's example: a bowl that is lowest at [0, 0]."""
    return x[0] * x[0] + x[1] * x[1]  # x ** 2 may be rounded differently


def check_grad(f, grad, x):
    """Return how far grad(x), a gradient worked out by hand, is from the numerical one.

    Each slope a in grad(x) is compared with the measured slope b. The result is the
    largest relative difference

        |a - b| / max(|a|, |b|, 1e-4)

    where the 1e-4 keeps two slopes near 0 from counting as different.

    >>> wrong = lambda x: [2 * x[0], x[1]]  # [2 * x[0], 2 * x[1]] would be right
    >>> round(check_grad(function_2, wrong, [3.0, 4.0]), 6)  # |4 - 8| / 8
    0.5

    As a rule of thumb:

        below 1e-6    grad agrees with the measured slopes at x
        1e-6 to 1e-2  try other points; if none of them gives less than 1e-6, print both
                      gradients and look for the slope that differs
        above 1e-2    grad is wrong

    Some results say more about the slope that differs most:

        0.5           it is twice as large as it should be, or half as large
        0.9           it is 10 times as large as it should be, or a tenth
        1             it is 0 and should not be 0, or the reverse
        above 1       it has the wrong sign (2 if only the sign is wrong); in a sum, a
                      forgotten factor can cause this, too
        inf           it is inf or nan, or the measured slope is

    Choose random points. A right gradient can look wrong near a kink of f (such as that
    of abs at 0), where f bends very fast (as log does near 0), where f(x) is huge, and
    if f reads a copy of x. A wrong gradient can look right where slopes are nearly 0.
    For example, at [0, 0], the gradient [3 * x[0], 3 * x[1]] looks right for
    function_2.

    Raises TypeError or ValueError if grad(x) does not have the shape of x.
    """
    measured = numerical_gradient(f, x)
    return _difference(grad(x), measured)


def _difference(a, b):
    """Return the largest relative difference between slopes in a and slopes in b."""
    if isinstance(a, list) and isinstance(b, list) and len(a) == len(b):
        return max([_difference(p, q) for p, q in zip(a, b)], default=0.0)
    if isinstance(a, (float, int)) and isinstance(b, float):
        difference = abs(a - b) / max(abs(a), abs(b), 1e-4)
        return math.inf if math.isnan(difference) else difference  # max([1, nan]) is 1
    text = f"grad(x) must have the shape of x; got {_kind(a)} where x has {_kind(b)}"
    if isinstance(a, (list, float, int)):
        raise ValueError(text)
    raise TypeError(text)


def _kind(part):
    """Return what a part of a gradient is, in words for an error message."""
    if isinstance(part, list):
        return f"a list of {len(part)}"
    return type(part).__name__


# --- figure 4-9 -----------------------------------------------------------------------


def quiver(f, xlim=(-2.0, 2.0), ylim=(-2.0, 2.0), rows=9):
    """Return figure 4-9 as text: arrows that show the way in which f falls fastest.

    f takes [x0, x1]. There are rows * rows arrows, with x0 from xlim[0] to xlim[1] and
    x1 from ylim[0] to ylim[1]. An arrow points along minus the gradient, in the nearest
    of eight directions. The steeper f, the longer the arrow: one character up to 1/3 of
    the steepest slope in the figure, two up to 2/3, three above. A dot means that the
    slope is 0, or almost 0 compared with the steepest.

    An arrow need not point at the minimum, because it knows only the slopes at its own
    place. The figure is always a square. So if xlim is wider than ylim, x0 is squeezed,
    and the arrows are steeper than in a plot with equal axes. With 2 to 20 rows, the
    figure fits into 80 columns.

    Raises ValueError if xlim or ylim does not go from low to high, or if rows is less
    than 2. Raises OverflowError if a slope is inf or nan.
    """
    left, right = xlim
    bottom, top = ylim
    width = right - left
    height = top - bottom
    if not (width > 0 and height > 0):
        raise ValueError(f"xlim and ylim must go from low to high; got {xlim}, {ylim}")
    if rows < 2:
        raise ValueError(f"rows must be 2 or more; got {rows}")
    field = []
    lengths = []
    for i in range(rows):
        x1 = top - height * i / (rows - 1)  # from the top down
        x0s = [left + width * j / (rows - 1) for j in range(rows)]
        gradients = [numerical_gradient(f, [x0, x1]) for x0 in x0s]
        field.append(gradients)
        lengths += [_length(g) for g in gradients]
    longest = max(lengths) or 1.0  # 1.0 if f is flat: never divide by 0
    lines = [f"x1 = {top}"]
    for gradients in field:
        line = ""
        for g in gradients:
            # Divided by width and height, because the figure is a square.
            line += _arrow(-g[0] / width, -g[1] / height, _length(g) / longest)
        lines.append(line.rstrip())
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
    """Return an arrow in four characters; share is its length, from 0 to 1."""
    count = math.ceil(3 * share - 1e-6)  # 1e-6 so that rounding adds no character
    if count == 0:
        return "·   "
    angle = math.degrees(math.atan2(up, right))  # from -180 to 180, which are both left
    arrow = "←↙↓↘→↗↑↖←"[round((angle + 180) / 45)]
    return arrow * count + " " * (4 - count)


if __name__ == "__main__":
    h = 1e-4
    values = []

    def f(x):
        value = function_2(x)
        values.append(value)
        print(f"    f({x}) = {value:.8f}")
        return value

    x = [3.0, 4.0]
    print(f"The gradient of f(x) = x0 * x0 + x1 * x1 at {x} takes four calls to f:\n")
    numerical_gradient(f, x, h)
    print("\nTwo calls give the slope for x0, and two give the slope for x1:\n")
    for i in range(2):
        above = values[2 * i]
        below = values[2 * i + 1]
        slope = (above - below) / (2 * h)
        print(f"    ({above:.8f} - {below:.8f}) / {2 * h} = {slope:.8f}")

    print("\nThe gradients at the book's three points:\n")
    for x in [[3.0, 4.0], [0.0, 2.0], [3.0, 0.0]]:
        print(f"    at {x}: {numerical_gradient(function_2, x)}")

    print("\nFigure 4-9, print(quiver(function_2)). Here all arrows point at the")
    print("minimum, as nearly as eight directions allow:\n")
    print(quiver(function_2))

    print("\nIn general they do not. In the long bowl x0 * x0 / 20 + x1 * x1, most")
    print("arrows point across the valley, and not at the minimum, which is the dot:\n")
    print(quiver(lambda x: x[0] * x[0] / 20 + x[1] * x[1], xlim=(-10.0, 10.0)))
