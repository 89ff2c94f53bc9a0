# SPDX-License-Identifier: MIT-0
"""Gradient descent: downhill from a start, step by step.

After section 4.4.1 of the book Deep Learning from Scratch ("the chapter").

>>> def function_2(x):
...     return x[0] ** 2 + x[1] ** 2
>>> gradient_descent(function_2, [-3.0, 4.0], lr=0.1, step_num=100)
[-6.111107928998789e-10, 8.148143905314271e-10]

Vocabulary: f is the function, x the point (a list of numbers, or of such lists:
[W1, b1, W2, b2] is a point too), lr the learning rate, step_num how many steps.
"""

import math


def gradient_descent(f, init_x, lr=0.01, step_num=100, callback=None):
    """Return init_x after step_num updates x = x - lr * gradient: equation (4.7).

    init_x itself is moved, as in the chapter: with f = lambda W: net.loss(x, t),
    gradient_descent(f, net.W) trains the net. To keep the start, give a copy:
    list(init_x), or copy.deepcopy(init_x) if it holds lists.

    f takes the point and returns one number. callback(x), if given, is called after
    every update; it must copy what it keeps, since x moves on. A negative lr climbs to
    a maximum. A lr that is too large may end at some huge x (numerical_gradient says
    why), or raise OverflowError: a step would leave the finite numbers, and init_x
    stays where it was before. A wrong f or init_x raises as in numerical_gradient.

    >>> path = []
    >>> callback = lambda x: path.append([round(number, 6) for number in x])
    >>> x = gradient_descent(lambda x: x[0] ** 2, [8], 0.25, 3, callback)
    >>> path
    [[4.0], [2.0], [1.0]]
    """
    x = init_x  # the same list, not a copy
    for step in range(1, step_num + 1):
        try:
            moved = _moved(x, numerical_gradient(f, x), lr)
        except OverflowError as error:
            raise OverflowError(
                f"step {step} with lr={lr} leaves the finite numbers ({error}); "
                "a smaller lr may help"
            ) from error
        _assign(x, moved)
        if callback is not None:
            callback(x)
    return x


def _moved(x, grad, lr):
    """Return x - lr * grad as a new point: if it overflows, x has not moved at all."""
    point = []
    for value, slope in zip(x, grad):
        if isinstance(slope, list):
            point.append(_moved(value, slope, lr))
        else:
            point.append(value - lr * slope)
            if not math.isfinite(point[-1]):
                raise OverflowError(f"a slope is {slope} where x is {value}")
    return point


def _assign(x, point):
    """Put the numbers of point into x, list by list: others may hold the same lists."""
    for i, value in enumerate(point):
        if isinstance(value, list):
            _assign(x[i], value)
        else:
            x[i] = value


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


def contour(f, path, xlim=(-3.5, 3.5), ylim=(-4.5, 4.5), rows=19):
    """Return figure 4-10 as text: a path of descent over the contours of f.

    f takes [x0, x1]; path is a list of such points, drawn as S (the start), o and E
    (the end) where they lie inside. x0 runs over xlim, x1 over ylim, in so many rows.
    The signs . : - = + * # are bands of one height each, from f's lowest value to its
    highest; a value that is not finite is left blank.

    >>> bowl = lambda x: x[0] ** 2 + x[1] ** 2
    >>> print(contour(bowl, [[-2, 2], [-1, 1], [0, 0]], (-2, 2), (-2, 2), rows=5))
         x1
          2  S*+===+*#
          1  +-o:.::-+
          0  =:..E..:=
         -1  +-::.::-+
         -2  #*+===+*#
             -2      2       x0
    """
    (left, right), (bottom, top) = xlim, ylim
    if rows < 2 or not (left < right and bottom < top):
        raise ValueError("contour: rows from 2 up, xlim and ylim from low to high")
    width, height = right - left, top - bottom
    # A cell of a terminal is twice as high as wide. 64 leave room for labels in 80.
    columns = min(max(2, round(2 * (rows - 1) * width / height) + 1), 64)
    j_max, i_max = columns - 1, rows - 1
    x0s = [(left * (j_max - j) + right * j) / j_max for j in range(columns)]
    x1s = [(top * (i_max - i) + bottom * i) / i_max for i in range(rows)]
    values = [[f([x0, x1]) for x0 in x0s] for x1 in x1s]
    finite = [value for row in values for value in row if math.isfinite(value)] or [0.0]
    low = min(finite)
    band = (max(finite) - low) / 7 or 1.0
    cells = [[" "] * columns for _ in range(rows)]
    for i in range(rows):
        for j in range(columns):
            if math.isfinite(values[i][j]):
                k = int((values[i][j] - low) / band)  # 0 to 6, and 7 at the very top
                cells[i][j] = ".:-=+*##"[k]
    for k, (x0, x1) in enumerate(path):
        if left <= x0 <= right and bottom <= x1 <= top:
            row = cells[round((top - x1) / height * i_max)]
            j = round((x0 - left) / width * j_max)
            if row[j] != "S":
                row[j] = "S" if k == 0 else "E" if k == len(path) - 1 else "o"
    lines = [f"{x1:7.4g}  {''.join(row)}".rstrip() for x1, row in zip(x1s, cells)]
    labels = [f"{x0:<8.4g}" for x0 in x0s[::8]]
    return "\n".join(["     x1"] + lines + [" " * 9 + "".join(labels) + "x0"])


if __name__ == "__main__":

    def function_2(x):
        return x[0] ** 2 + x[1] ** 2

    path = [[-3.0, 4.0]]
    gradient_descent(function_2, [-3.0, 4.0], 0.1, 100, lambda x: path.append(list(x)))
    print("Where is function_2(x) = x[0]**2 + x[1]**2 lowest? From (-3, 4), lr=0.1:\n")
    for step in 0, 1, 2, 5, 10, 20, 50, 100:
        x0, x1 = x = path[step]
        print(f"  step {step:3}   x = [{x0:9.2e}, {x1:8.2e}]   f = {function_2(x):.2e}")
    print(f"""
>>> gradient_descent(function_2, [-3.0, 4.0], lr=0.1, step_num=100)
{path[100]}

Each step goes a fifth of the way to (0, 0), and so the steps grow shorter.

>>> print(contour(function_2, path))  # figure 4-10: from S downhill to E
{contour(function_2, path)}

The same with a learning rate that is too large, and one that is too small:

>>> gradient_descent(function_2, [-3.0, 4.0], lr=10.0, step_num=100)
{gradient_descent(function_2, [-3.0, 4.0], lr=10.0, step_num=100)}
>>> gradient_descent(function_2, [-3.0, 4.0], lr=1e-10, step_num=100)
{gradient_descent(function_2, [-3.0, 4.0], lr=1e-10, step_num=100)}

With 10.0 each step overshoots, to 1 - 2 * 10 = -19 times x. It stops at 2.6e13,
not at infinity: floats beyond 1.1e12 lie more than 2h apart, so x + h is x, f
does not change, and the measured gradient is 0. 1e-10 hardly moves x.""")
