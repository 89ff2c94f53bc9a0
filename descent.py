# SPDX-License-Identifier: MIT-0
"""Gradient descent: downhill from a start, step by step. It follows section 4.4.1 of
the book Deep Learning from Scratch ("the chapter").

>>> gradient_descent(lambda x: x[0] * x[0] + x[1] * x[1], [-3.0, 4.0], lr=0.1)
[-6.111107928998789e-10, 8.148143905314271e-10]

Vocabulary: f is the function, x the point (a list of numbers, or of such lists: also
[W1, b1, W2, b2], the weights of a net), lr the learning rate, step_num how many steps.
"""

import math


def gradient_descent(f, init_x, lr=0.01, step_num=100, callback=None):
    """Return init_x after step_num updates x = x - lr * gradient: equation (4.7).

    init_x and the lists in it are changed: gradient_descent(f, net.W) trains the net if
    f = lambda W: net.loss(sample, t). To keep the start, pass a copy: list(init_x) or,
    if there are lists in it, copy.deepcopy(init_x).

    lr: start with 0.01 or 0.001. If f(x) barely falls, raise lr; if it grows or jumps,
    lower it. callback(x) is called after each update (with the same list: to keep x,
    copy it). Look at f(x) there: too large an lr may raise no error, but x leaps to and
    fro, or stops beyond 1.1e12, as x + 1e-4 == x makes slopes 0. A negative lr climbs.

    OverflowError: a slope is inf or nan, or f overflows; x is then where the last step
    led. ValueError: lr is inf or nan. TypeError: as in numerical_gradient.

    >>> x = gradient_descent(lambda x: x[0] * x[0], [8.0], 0.25, 2, callback=print)
    [4.000000000018204]
    [2.000000000007322]
    """
    if not math.isfinite(lr):
        raise ValueError(f"lr must be a finite number, such as 0.01; got {lr}")
    x = init_x  # the same list, not a copy
    for step in range(step_num):
        try:
            gradient = numerical_gradient(f, x)
        except OverflowError:  # f is too large for a float
            gradient = [math.inf]  # which is refused below
        slopes = list(_slopes(x, gradient))
        for _, _, slope in slopes:  # look at all, before any number moves
            if not math.isfinite(slope):
                where = "at init_x: check f, or start elsewhere"
                if step > 0:
                    where = f"after step {step}: lr={lr!r:.30} may be too large"
                raise OverflowError(f"f has a slope of inf or nan {where}")
        for part, i, slope in slopes:
            part[i] = part[i] - lr * slope  # x = x - lr * gradient
        if callback is not None:
            callback(x)
    return x


def _slopes(x, gradient):
    """Yield (part, i, slope) for each number part[i]; part is x, or a list in x."""
    for i, slope in enumerate(gradient):
        if isinstance(slope, list):
            yield from _slopes(x[i], slope)
        else:
            yield x, i, slope


# A copy of gradient.py's, to the letter, so that this file works alone.
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


def contour(f, path, xlim=(-4.5, 4.5), ylim=(-4.5, 4.5), rows=19):
    """Return figure 4-10 as text: a path of descent over f (S start, o step, E end).

    f takes [x0, x1]; path is a list of such points, drawn on the edge if outside. The
    signs . : - = + * # are bands of f, of equal height, from low to high. S hides E.
    ValueError: limits not from low to high; f is inf or nan between them.
    """
    (left, right), (bottom, top) = xlim, ylim
    if not (2 <= rows <= 40 and left < right and bottom < top):
        raise ValueError("contour takes 2 to 40 rows, xlim and ylim from low to high")
    i_max, j_max = rows - 1, 2 * rows - 2  # a character is twice as high as wide
    x0s = [left + (right - left) * j / j_max for j in range(j_max + 1)]
    x1s = [top - (top - bottom) * i / i_max for i in range(rows)]  # downwards
    field = [[f([x0, x1]) for x0 in x0s] for x1 in x1s]
    if not all(math.isfinite(value) for row in field for value in row):
        raise ValueError("contour: f is inf or nan between these limits")
    low, high = min(map(min, field)), max(map(max, field))
    marks = {}  # the signs of the path, by row and column
    for k, (x0, x1) in enumerate(path):
        x0, x1 = max(min(x0, right), left), max(min(x1, top), bottom)  # to the edge
        i = round((top - x1) / (top - bottom) * i_max)
        j = round((x0 - left) / (right - left) * j_max)
        if marks.get((i, j)) != "S":
            marks[i, j] = "S" if k == 0 else "E" if k == len(path) - 1 else "o"
    lines = [f"x1 = {top}"]
    for i, row in enumerate(field):
        line = ""
        for j, value in enumerate(row):
            band = int(7 * (value - low) / (high - low or 1.0))  # 7 at the very top
            line += marks.get((i, j), ".:-=+*##"[band])
        lines.append(line)
    return "\n".join(lines + [f"x1 = {bottom}", f"x0 from {left} to {right}"])


if __name__ == "__main__":

    def function_2(x):
        return x[0] * x[0] + x[1] * x[1]

    path = [[-3.0, 4.0]]
    gradient_descent(function_2, [-3.0, 4.0], 0.1, 100, lambda x: path.append(list(x)))
    print("Gradient descent on f(x) = x0 * x0 + x1 * x1 from (-3, 4), lr = 0.1\n")
    print("step    x0 - lr * slope = new x0      x1 - lr * slope = new x1   old f(x)")
    for k in 0, 1, 2, 5, 10, 20:
        x, new, g = path[k], path[k + 1], numerical_gradient(function_2, path[k])
        print(f"{k:4}  {x[0]:6.3f} - 0.1 * {g[0]:6.3f} = {new[0]:6.3f}", end="    ")
        print(f"{x[1]:.3f} - 0.1 * {g[1]:.3f} = {new[1]:.3f}    {function_2(x):6.3f}")
    print(f"""
>>> print(contour(function_2, path))  # figure 4-10: S start, E end, . lowest
{contour(function_2, path)}

>>> gradient_descent(function_2, [-3.0, 4.0], lr=0.1, step_num=100)
{path[100]}
>>> gradient_descent(function_2, [-3.0, 4.0], lr=10.0, step_num=100)
{gradient_descent(function_2, [-3.0, 4.0], lr=10.0, step_num=100)}
>>> gradient_descent(function_2, [-3.0, 4.0], lr=1e-10, step_num=100)
{gradient_descent(function_2, [-3.0, 4.0], lr=1e-10, step_num=100)}

1e-10 hardly moves x; 10 leaps to x - 10 * 2x = -19x or so, until x + 1e-4 == x.""")
