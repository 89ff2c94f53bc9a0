# SPDX-License-Identifier: MIT-0
"""Gradient descent: walk downhill, step by step, to a minimum of a function.

This is section 4.4.1 of the book Deep Learning from Scratch by Koki Saitoh, in plain
Python. Run "python3 descent.py" for a demo.

>>> gradient_descent(lambda x: x[0] * x[0] + x[1] * x[1], [-3.0, 4.0], lr=0.1)
[-6.111107928998789e-10, 8.148143905314271e-10]

The names are the book's:

    f         a function that takes a point and returns a number
    x         the point, a list of numbers or of further lists:
                  [3.0, 4.0]
                  [[2.0, 3.0], 5.0]
                  [W1, b1, W2, b2], all the weights of a network as one point
    lr        the learning rate, which decides how large the steps are
    step_num  the number of steps

Points are plain lists. Convert each NumPy array first, with array.tolist().
"""

import math


def gradient_descent(f, init_x, lr=0.01, step_num=100, callback=None):
    """Walk downhill from init_x. The list init_x itself is changed, and returned.

    The gradient points in the direction in which f grows fastest. So a step goes in the
    opposite direction. All numbers in x move at once (equation 4.7), step_num times:

        x = x - lr * gradient

    >>> gradient_descent(lambda x: x[0] * x[0], [8.0], lr=0.25, step_num=1)
    [4.000000000018204]

    By hand: the slope of x * x is 2 * x, so this step leads to 8 - 0.25 * 16 = 4.

    The lists in init_x are changed, too. So gradient_descent(f, net.W) trains a network
    if f = lambda W: net.loss(sample, t). (This f ignores W, but net.loss reads net.W,
    which is the list that is changed.) To keep the start, pass a copy: list(init_x), or
    copy.deepcopy(init_x) if there are lists in it.

    After each step, callback(x) is called, always with the same list. To keep the path,
    append a copy of x. (With callback=path.append, the same list would be in path again
    and again, and it would show only the last point.)

    >>> path = [[8.0]]
    >>> keep = lambda x: path.append(list(x))  # copy.deepcopy(x) if it has lists in it
    >>> x = gradient_descent(lambda x: x[0] * x[0], [8.0], 0.25, 2, callback=keep)
    >>> path
    [[8.0], [4.000000000018204], [2.000000000007322]]

    How large should lr be? Start with 0.01, and watch x and f(x), for example with
    callback=lambda x: print(x, f(x)):

        all slopes are nearly 0     x is at a minimum, or at another flat place
        f(x) hardly falls           raise lr, but lower it if x jumps back and forth
        f(x) grows                  lower lr, and start again from a fresh copy
        x stops at huge values      the same
        OverflowError after a step  the same
        OverflowError at init_x     check f, or start elsewhere

    Why can x stop at huge values? Slopes are measured from f(x + h) and f(x - h), with
    h = 1e-4. If x is huge, h may be lost in the rounding of x + h or of f(x + h). Then
    all slopes are measured as 0, and there is no error. (With a negative lr, the walk
    leads uphill.)

    Raises OverflowError if a slope is inf or nan, or if f itself raises it. (A last
    step that leads to inf raises nothing, because no slope is measured after it.)
    Raises ValueError if lr is inf or nan. After any error, init_x holds the point after
    the last complete step.
    """
    if not math.isfinite(lr):
        raise ValueError(f"lr must be a finite number, such as 0.01; got {lr}")
    x = init_x  # the same list, not a copy
    for step in range(step_num):
        try:
            gradient = numerical_gradient(f, x)
            _check_finite(gradient)  # looks at all slopes before any number moves
        except OverflowError as error:
            if step == 0:
                where = "at init_x; check f, or start elsewhere"
            else:
                where = f"after step {step}; lr = {lr} may be too large"
            raise OverflowError(f"f has a slope of inf or nan {where}") from error
        _move(x, gradient, lr)
        if callback is not None:
            callback(x)
    return x


def _check_finite(gradient):
    """Raise OverflowError if a slope in gradient is inf or nan."""
    for slope in gradient:
        if isinstance(slope, list):
            _check_finite(slope)
        elif not math.isfinite(slope):
            raise OverflowError(f"a slope is {slope}")


def _move(x, gradient, lr):
    """Carry out x = x - lr * gradient, number by number, in the list x itself."""
    for i, slope in enumerate(gradient):
        if isinstance(slope, list):
            _move(x[i], slope, lr)
        else:
            x[i] = x[i] - lr * slope


# Copied from gradient.py so that this file works on its own.
def numerical_gradient(f, x, h=1e-4):
    """Return the gradient of f at x: (f(x + h) - f(x - h)) / 2h for each number in x.

    The numbers are moved in x itself, and put back. See gradient.py for the reasons.
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


# --- figure 4-10 ----------------------------------------------------------------------


def contour(f, path, xlim=(-4.5, 4.5), ylim=(-4.5, 4.5), rows=19):
    """Return figure 4-10 as text: the path of a descent on a map of f.

    f takes [x0, x1], and path is a list of such points. S is the start, E the end, and
    o any other point. Where points share a place, S hides the others, and E hides o. A
    point outside the limits xlim and ylim is drawn at the edge.

    The map shows how high f is, in seven bands of the same height. From the lowest to
    the highest, they are drawn as . : - = + * #

    With 2 to 40 rows, the map fits into 80 columns.

    Raises TypeError if path is not a list. Raises ValueError if xlim or ylim does not
    go from low to high, or if rows is less than 2. Raises OverflowError if f is inf or
    nan between the limits.
    """
    if not isinstance(path, list):
        got = type(path).__name__
        raise TypeError(f"path must be a list of points, such as [[3, 4]]; got {got}")
    left, right = xlim
    bottom, top = ylim
    if not (left < right and bottom < top):
        raise ValueError(f"xlim and ylim must go from low to high; got {xlim}, {ylim}")
    if rows < 2:
        raise ValueError(f"rows must be 2 or more; got {rows}")
    columns = 2 * rows - 1  # a character is twice as high as wide
    field = []
    for i in range(rows):
        x1 = top - (top - bottom) * i / (rows - 1)  # from the top down
        x0s = [left + (right - left) * j / (columns - 1) for j in range(columns)]
        heights = [f([x0, x1]) for x0 in x0s]
        if not all([math.isfinite(height) for height in heights]):
            raise OverflowError(f"f must be finite; got inf or nan at x1 = {x1:g}")
        field.append(heights)
    low = min([min(row) for row in field])
    high = max([max(row) for row in field])
    band = (high - low) / 7 or 1.0  # 1.0 if f is flat: never divide by 0
    figure = []
    for row in field:
        bands = [int((height - low) / band) for height in row]
        # The highest value of all is in band 7, so the last sign is there twice.
        figure.append([".:-=+*##"[band_number] for band_number in bands])
    # What is drawn later hides what was drawn before. (path[:1] is [] if path is [].)
    for sign, points in [("o", path), ("E", path[-1:]), ("S", path[:1])]:
        for x0, x1 in points:
            x0 = max(min(x0, right), left)  # at the edge, if it is outside
            x1 = max(min(x1, top), bottom)
            i = round((top - x1) / (top - bottom) * (rows - 1))
            j = round((x0 - left) / (right - left) * (columns - 1))
            figure[i][j] = sign
    lines = [f"x1 = {top}"]
    for row in figure:
        lines.append("".join(row))
    lines.append(f"x1 = {bottom}")
    lines.append(f"x0 from {left} to {right}")
    return "\n".join(lines)


if __name__ == "__main__":

    def function_2(x):
        return x[0] * x[0] + x[1] * x[1]

    init_x = [-3.0, 4.0]
    path = [list(init_x)]

    def keep(x):
        path.append(list(x))

    lr = 0.1
    gradient_descent(function_2, list(init_x), lr, step_num=20, callback=keep)

    print(f"Gradient descent on f(x) = x0 * x0 + x1 * x1 from {init_x}, lr = {lr}:\n")
    print("step   x0 - lr * slope = new x0        x1 - lr * slope = new x1    f(new x)")
    for step in [1, 2, 3, 4, 5, 6]:
        old = path[step - 1]
        new = path[step]
        slopes = numerical_gradient(function_2, old)
        line = f"{step:4}"
        for i in range(2):
            line += f"   {old[i]:6.3f} - {lr} * {slopes[i]:6.3f} = {new[i]:6.3f}"
        print(line + f"   {function_2(new):6.3f}")

    print(f"\nFigure 4-10, print(contour(function_2, path)), {len(path) - 1} steps:\n")
    print(contour(function_2, path))

    print("\nA good learning rate, one that is too small, and one that is too large.")
    print("The slope of x * x is 2 * x, so a step leads from x to x - lr * 2 * x,")
    print("which is x * (1 - 2 * lr):\n")
    step_num = 100
    print(f"    lr     1 - 2 * lr    {step_num} steps from {init_x} lead to")
    for lr in [0.1, 1e-10, 10.0]:
        end = gradient_descent(function_2, list(init_x), lr, step_num)
        print(f"    {lr:<5g}  {1 - 2 * lr:<12.10g}  {end}")

    h = 1e-4
    print("\nWithout rounding, n steps lead to the start times (1 - 2 * lr) ** n:\n")
    runs = [(0.1, 4.0, 100), (1e-10, 4.0, 100), (10.0, -3.0, 10), (10.0, 4.0, 9)]
    for lr, start, n in runs:
        value = start
        for _ in range(n):
            value = value * (1 - 2 * lr)
        print(f"    {start} * ({1 - 2 * lr:.10g}) ** {n} = {value:.9g}", end="")
        print(f", and x + {h} == x is {value + h == value}")

    x = gradient_descent(function_2, list(init_x), lr, step_num=9)
    slope = numerical_gradient(function_2, x)[0]
    print(f"\nWhere x + {h} == x, slopes are measured as 0, so x stays there.")
    print(f"Just before, they are measured badly. At x0 = {x[0]:.3g}, the slope is")
    print(f"{2 * x[0]:.3g}, but {slope:.3g} is measured. So the next step leads to")
    print(f"x0 = {x[0] - lr * slope:.3g}, and not to {x[0] - lr * 2 * x[0]:.3g}.")
