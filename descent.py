# SPDX-License-Identifier: MIT-0
"""Gradient descent: walk downhill, step by step, towards a minimum of a function.

This is section 4.4.1 of the book Deep Learning from Scratch by Koki Saitoh, in plain
Python. Run "python3 descent.py" for a demo.

>>> gradient_descent(lambda x: x[0] * x[0] + x[1] * x[1], [-3.0, 4.0], lr=0.1)
[-6.111107928998789e-10, 8.148143905314271e-10]

The names are the book's:

    f         a function that takes a point and returns a number
    x         the point: a list of numbers, or of further lists, such as [W1, b1]
    init_x    the point where the descent starts
    lr        the learning rate η, which decides how large the steps are
    step_num  the number of steps

Points are plain lists. Convert a NumPy array first, with array.tolist().
"""

import math

NUMBER = (float, int)  # what counts as a number


def gradient_descent(f, init_x, lr=0.01, step_num=100, callback=None):
    """Walk downhill from init_x. The list init_x itself is changed, and returned.

    The gradient points in the direction in which f grows fastest. So a step goes in the
    opposite direction. All numbers in x move at once (equation 4.7), step_num times:

        x = x - lr * gradient

    >>> f = lambda x: x[0] * x[0]  # its slope is 2 * x[0]
    >>> gradient_descent(f, [8.0], lr=0.25, step_num=1)  # by hand: 8 - 0.25 * 16 = 4
    [4.000000000018204]

    Because the list itself is changed, gradient_descent(f, net.W) trains net.W, if
    f = lambda W: net.loss(sample, t). To keep the start, pass a copy: list(init_x), or
    copy.deepcopy(init_x) if there are lists in it. No list may be in init_x twice: in
    [row, row], each slope is the sum of two, and each number moves twice.

    After each step, callback(x) is called, always with the same list. To keep the path,
    append a copy of x. (With callback=path.append, the same list would be in path again
    and again, and it would show only the last point.)

    >>> path = [[8.0]]
    >>> keep = lambda x: path.append(list(x))  # copy.deepcopy(x) if it has lists in it
    >>> x = gradient_descent(f, [8.0], 0.25, 2, callback=keep)
    >>> path
    [[8.0], [4.000000000018204], [2.000000000007322]]

    How large should lr be? If f has a minimum, start with 0.01, and watch x and f(x),
    for example with callback=lambda x: print(x, f(x)):

        f(x) grows, or x is huge        smaller lr, or another start
        OverflowError after a step      smaller lr, or another start
        OverflowError before step 1     check f, or start elsewhere
        x leaps, and f(x) hardly falls  smaller lr
        f(x) falls slowly otherwise     larger lr, or more steps
        x does not move                 f is flat at x, or lr is tiny, or x or f(x) is
                                        so huge that h is lost in the rounding

    After any error, init_x holds the point after the last complete step.
    """
    _check_lr(lr)
    x = init_x  # the same list, not a copy
    for step in range(step_num):
        grad = _finite_gradient(f, x, step, lr)
        _move(x, grad, lr)
        if callback is not None:
            callback(x)
    return x


def _finite_gradient(f, x, step, lr):
    """Return the gradient. Raise OverflowError if a slope in it is inf or nan."""
    try:
        grad = numerical_gradient(f, x)
        _check_finite(grad)  # all slopes, before any number moves
    except OverflowError as error:
        when = f"after step {step}; lr = {lr} may be too large"
        if step == 0:
            when = f"before step 1 with lr = {lr}; check f and init_x"
        text = f"f or a slope is inf, nan or too large {when}"
        raise OverflowError(text) from error
    return grad


def _check_finite(numbers):
    """Raise OverflowError if one of the numbers is inf or nan."""
    for number in numbers:
        if isinstance(number, list):
            _check_finite(number)
        elif not math.isfinite(number):
            raise OverflowError(f"a slope is {number}")


def _move(x, grad, lr):
    """Carry out x = x - lr * grad, number by number, in the list x itself."""
    for i, slope in enumerate(grad):
        if isinstance(slope, list):
            _move(x[i], slope, lr)
        else:
            x[i] = x[i] - lr * slope


# Copied from gradient.py, so that this file works on its own.
def numerical_gradient(f, x, h=1e-4):
    """Return (f(x + h) - f(x - h)) / 2h for each number in x. See gradient.py."""
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


def trace_descent(f, init_x, lr=0.01, step_num=3):
    """Walk as gradient_descent does, and return the steps as text, number by number.

    The list init_x is changed. Each new x[i] comes from the digits shown; x itself has
    more of them. If f or a slope is inf or nan, the last line says so.

    >>> print(trace_descent(lambda x: x[0] * x[0] + x[1] * x[1], [-3.0, 4.0], 0.1, 1))
    start: f = 25
    step 1:
        x[0] = -3 - 0.1 * (-6) = -2.4
        x[1] = 4 - 0.1 * 8 = 3.2
        f = 16
    """
    _check_lr(lr)
    x = init_x
    lines = []

    def tell(part, grad, place):
        """Append a line for each number in part, which is x or a list in x."""
        for i, slope in enumerate(grad):
            if isinstance(slope, list):
                tell(part[i], slope, f"{place}[{i}]")
            else:
                old = float(f"{part[i]:.10g}") + 0  # as shown; -0.0 + 0 is 0
                slope = float(f"{slope:.10g}")
                move = f"{_text(lr, 10)} * {_text(slope, 10)}"
                new = old - float(f"{lr:.10g}") * slope
                lines.append(f"    {place}[{i}] = {old:.10g} - {move} = {new + 0:.7g}")

    try:
        for step in range(step_num):
            grad = _finite_gradient(f, x, step, lr)
            if step == 0:
                lines.append(f"start: f = {f(x) + 0:.7g}")
            lines.append(f"step {step + 1}:")
            tell(x, grad, "x")
            _move(x, grad, lr)
            lines.append(f"    f = {f(x) + 0:.7g}")
    except OverflowError:
        lines.append("stop: f or a slope is inf, nan or too large; check f and lr")
    return "\n".join(lines)


def _text(number, digits):
    """Return a number as text: -2 as (-2), and -0.0 as 0."""
    text = f"{number}" if isinstance(number, int) else f"{number + 0:.{digits}g}"
    return f"({text})" if text[0] == "-" else text


def contour(f, path, xlim=(-4.5, 4.5), ylim=(-4.5, 4.5), rows=19):
    """Return figure 4-10 as text: the path of a descent on a map of f.

    f takes [x0, x1], and path is a list of such points. S is the start, E the end, and
    o any other point. Where points share a place, S hides the others, and E hides o. A
    point outside the limits xlim and ylim is drawn at the edge.

    The signs . : - = + * # show f from low to high, in seven equal bands. With 2 to 40
    rows, the map fits into 80 columns.
    """
    _check_map(f, path, xlim, ylim, rows)
    left, right = xlim
    bottom, top = ylim
    columns = 2 * rows - 1  # a character is twice as high as wide
    x0s = [left + (right - left) * j / (columns - 1) for j in range(columns)]
    field = []
    for i in range(rows):
        x1 = top - (top - bottom) * i / (rows - 1)  # from the top down
        field.append([_height(f, [x0, x1]) for x0 in x0s])
    low = min([min(heights) for heights in field])
    high = max([max(heights) for heights in field])
    band = (high - low) / 7 or 1.0  # 1.0 if f is flat: never divide by 0
    figure = []
    for heights in field:
        # Without min, the highest value of all would need an eighth sign.
        bands = [min(int((height - low) / band), 6) for height in heights]
        figure.append([".:-=+*#"[k] for k in bands])

    def draw(sign, point):
        x0 = max(min(point[0], right), left)  # at the edge, if it is outside
        x1 = max(min(point[1], top), bottom)
        i = round((top - x1) / (top - bottom) * (rows - 1))
        j = round((x0 - left) / (right - left) * (columns - 1))
        figure[i][j] = sign

    for point in path:
        draw("o", point)
    if path:
        draw("E", path[-1])
        draw("S", path[0])
    lines = [f"x1 = {top}"]
    for signs in figure:
        lines.append("".join(signs))
    lines.append(f"x1 = {bottom}")
    lines.append(f"x0 from {left} to {right}")
    return "\n".join(lines)


def _height(f, x):
    """Return f(x). Raise an error if it is not a finite number."""
    height = f(x)
    _check_results(height, height)
    if not math.isfinite(height):
        raise OverflowError(f"f must be finite; got {height} at {x}")
    return height


# --- checks ---------------------------------------------------------------------------


def _check_lr(lr):
    if not -math.inf < lr < math.inf:
        raise ValueError(f"lr must be a finite number, such as 0.01; got {lr}")


def _check_map(f, path, xlim, ylim, rows):
    if not callable(f):
        raise TypeError(f"f must be a function, not its result; got {_kind(f)}")
    rule = "path must be a list of points, such as [[-3.0, 4.0], [-2.4, 3.2]]"
    if not isinstance(path, list):
        raise TypeError(f"{rule}; got {_kind(path)}")
    for point in path:
        if not isinstance(point, list) or len(point) != 2:
            raise TypeError(f"{rule}; got {_kind(point)} in it")
    if not (xlim[0] < xlim[1] and ylim[0] < ylim[1] and rows > 1):
        got = f"{xlim}, {ylim} and {rows}"
        raise ValueError(f"xlim, ylim must be (low, high), rows > 1; got {got}")


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

    def function_2(x):
        return x[0] * x[0] + x[1] * x[1]

    init_x = [-3.0, 4.0]
    print(f"f(x) is x0 * x0 + x1 * x1. print(trace_descent(f, {init_x}, lr=0.1)):\n")
    print(trace_descent(function_2, list(init_x), lr=0.1))

    path = [list(init_x)]

    def keep(x):
        path.append(list(x))

    gradient_descent(function_2, list(init_x), lr=0.1, step_num=20, callback=keep)
    print(f"\nFigure 4-10, {len(path) - 1} steps from S to E, print(contour(f, path)).")
    print("From . to #, f grows:\n")
    print(contour(function_2, path))

    print("\nA good learning rate, one that is too small, and one that is too large.")
    print("Each number n in x has the slope 2 * n, so a step leads from n to")
    print("n - lr * 2 * n, which is n * (1 - 2 * lr):\n")
    print(f"    lr     1 - 2 * lr    100 steps from {init_x} lead to")
    for lr in [0.1, 1e-10, 10.0]:
        end = gradient_descent(function_2, list(init_x), lr, step_num=100)
        texts = [f"{lr:g}", f"{1 - 2 * lr:.10g}"]
        print(f"    {texts[0]:5}  {texts[1]:12}  {end}")
    print(f"\nWith lr = 0.1, x0 ends at -3 * 0.8 ** 100 = {-3 * 0.8**100:.9g}.")
    print("With lr = 10, x grows until x + 1e-4 is rounded to x. Then all slopes are")
    print("measured as 0, so x stops there, and there is no error.")
