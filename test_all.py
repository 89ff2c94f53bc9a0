"""What the four files promise, as tests: `python -m pytest`, a part for each file.

Expected numbers are written out: from the chapter, or worked out by hand. A name says
what holds; the one that fails says what a change has broken.
"""

import ast
import copy as stdlib_copy
import doctest
import math
import os
import random
import re
import shutil
import subprocess
import sys
from fractions import Fraction

import pytest

import descent
import gradient
import matrix
import simplenet
from descent import contour, gradient_descent
from gradient import check_grad, function_2, numerical_gradient, quiver
from simplenet import SimpleNet, cross_entropy_error, log_softmax, softmax

HERE = os.path.dirname(os.path.abspath(__file__))
MODULES = [matrix, gradient, descent, simplenet]
FILES = ["matrix.py", "gradient.py", "descent.py", "simplenet.py"]
NAN, INF = math.nan, math.inf


def close(a, b, error=1e-7):
    """Whether two points have one shape and numbers that differ by error at most."""
    if isinstance(a, list) and isinstance(b, list):
        return len(a) == len(b) and all(close(p, q, error) for p, q in zip(a, b))
    return not isinstance(a, list) and not isinstance(b, list) and abs(a - b) <= error


def message_of(call, *arguments):
    """The text of the error that a call raises, which is always one short line."""
    with pytest.raises((TypeError, ValueError, OverflowError)) as caught:
        call(*arguments)
    text = str(caught.value)
    assert 20 < len(text) <= 160 and "\n" not in text
    return text


class FakeArray:
    """Computes like a NumPy array, is no number, and has a text of two lines."""

    def __add__(self, other):
        return self

    __radd__ = __sub__ = __mul__ = __rmul__ = __truediv__ = __add__

    def __repr__(self):
        return "array([[1., 2.],\n       [3., 4.]])"


# --- matrix.py ------------------------------------------------------------------------

A = [[1, 2, 3], [4, 5, 6]]
MANY = [0.5] * 10000


@pytest.mark.parametrize(
    "a, b, product",
    [
        ([1, 2, 3], [4, 5, 6], 32),
        ([], [], 0),
        ([10, 1], A, [14, 25, 36]),
        (A, [1, 0, 2], [7, 16]),
        (A, [[1, 2], [3, 4], [5, 6]], [[22, 28], [49, 64]]),
        ([[2]], [[0.5]], [[1.0]]),
    ],
)
def test_dot_is_the_sum_of_products_for_vectors_and_matrices(a, b, product):
    assert matrix.dot(a, b) == product


def test_dot_adds_from_left_to_right_and_keeps_integers():
    assert matrix.dot([0.1] * 10, [1.0] * 10) == 0.9999999999999999  # sum() may say 1.0
    assert isinstance(matrix.dot([1, 2], [3, 4]), int)


@pytest.mark.parametrize(
    "a, lengths",
    [
        (7, ()),
        ([], (0,)),
        (A, (2, 3)),
        ([[], []], (2, 0)),
        ([[[1, 2]], [[3, 4]], [[5, 6]]], (3, 1, 2)),
    ],
)
def test_shape_is_the_lengths_from_the_outside_in(a, lengths):
    assert matrix.shape(a) == lengths


@pytest.mark.parametrize(
    "call, message",
    [
        (lambda: matrix.dot([1, 2], [1, 2, 3]), "dot: the last of (2,) must equal the first of (3,)"),
        (lambda: matrix.dot(A, [1, 2]), "the last of (2, 3) must equal the first of (2,)"),
        (lambda: matrix.dot([1, 2, 3], A), "the last of (3,) must equal the first of (2, 3)"),
        (lambda: matrix.dot(A, A), "the last of (2, 3) must equal the first of (2, 3)"),
        (lambda: matrix.dot(2, [1, 2]), "1 or 2 dimensions; got shapes () and (2,)"),
        (lambda: matrix.dot([1], [[[1]]]), "1 or 2 dimensions; got shapes (1,) and (1, 1, 1)"),
        (lambda: matrix.dot([[[1]]], [[1]]), "1 or 2 dimensions; got shapes (1, 1, 1) and (1, 1)"),
        (lambda: matrix.dot([1], 2), "1 or 2 dimensions; got shapes (1,) and ()"),
        (lambda: matrix.dot(MANY, MANY + [1]), "the last of (10000,) must equal the first of (10001,)"),
        (lambda: matrix.shape([[1, 2], [3]]), "ragged list: rows of shapes (1,) and (2,)"),
        (lambda: matrix.shape([1, [2]]), "ragged list: rows of shapes () and (1,)"),
        (lambda: matrix.shape([MANY, MANY[1:]]), "ragged list: rows of shapes (9999,) and (10000,)"),
        (lambda: matrix.add([1, 2], [1, 2, 3]), "got (2,) and (3,)"),
        (lambda: matrix.subtract(A, [1, 2, 3]), "got (2, 3) and (3,)"),
        (lambda: matrix.multiply([1], [[1]]), "got (1,) and (1, 1)"),
        (lambda: matrix.zeros(-1), "lengths go as in zeros(2, 3); got '-1'"),
        (lambda: matrix.zeros(0, FakeArray()), "got 'array("),
        (lambda: matrix.zeros((2, 3)), "got '(2, 3)'"),
        (lambda: matrix.zeros(2.0), "got '2.0'"),
        (lambda: matrix.randn(2, None), "got 'None'"),
        (lambda: matrix.zeros(MANY), "got '[0.5, 0.5, 0.5"),
        (lambda: matrix.transpose([1, 2]), "transpose takes a matrix; got shape (2,)"),
        (lambda: matrix.transpose([[[1]]]), "got shape (1, 1, 1)"),
        (lambda: matrix.argmax([]), "argmax takes a non-empty vector; got shape (0,)"),
        (lambda: matrix.argmax([[1, 2]]), "got shape (1, 2)"),
        (lambda: matrix.array2string(3), "1 or 2 dimensions; got shape ()"),
        (lambda: matrix.array2string([[[1]]]), "1 or 2 dimensions; got shape (1, 1, 1)"),
    ],
)  # fmt: skip
def test_an_array_that_does_not_fit_is_an_error_that_says_why(call, message):
    assert message in message_of(call)


@pytest.mark.parametrize("a", [(1, 2), str([0] * 9999), None, 1j, FakeArray()])
def test_what_is_neither_number_nor_list_is_an_error_that_names_its_type(a):
    message = f"expected a number or a list; got {type(a).__name__}"
    for function in matrix.shape, matrix.copy, matrix.zeros_like, matrix.transpose:
        assert message_of(function, [[1, a]]) == message
    for function in matrix.argmax, matrix.array2string, lambda a: matrix.add(1, a):
        assert message_of(function, a) == message
    assert message_of(matrix.apply, abs, a) == message
    assert message_of(matrix.dot, [1], a) == message


def test_zeros_are_floats_in_the_given_dimensions_in_lists_of_their_own():
    a = matrix.zeros(2, 2)
    a[0][0] = 1.0
    assert a == [[1.0, 0.0], [0.0, 0.0]]  # the rows are different lists
    assert matrix.zeros() == 0.0
    assert matrix.zeros(3) == [0.0, 0.0, 0.0]
    assert matrix.zeros(2, 1, 2) == [[[0.0, 0.0]], [[0.0, 0.0]]]
    assert matrix.zeros(0) == []
    assert (
        str(matrix.zeros(1) + matrix.zeros_like([[1, 2], 3]))
        == "[0.0, [0.0, 0.0], 0.0]"
    )


def test_randn_is_gaussian_and_repeats_after_the_same_seed(monkeypatch):
    random.seed(0)
    rows = matrix.randn(2, 10000)
    assert matrix.shape(rows) == (2, 10000)
    numbers = rows[0] + rows[1]
    assert abs(sum(numbers) / 20000) < 0.02
    for limit, share in (0.5, 0.3829), (1, 0.6827), (2, 0.9545), (3, 0.9973):
        within = sum(-limit < n < limit for n in numbers) / 20000
        assert abs(within - share) < 0.01
    random.seed(0)
    assert matrix.randn(2, 10000) == rows
    random.seed(0)
    assert SimpleNet().W == [rows[0][:3], rows[0][3:6]]
    monkeypatch.setattr(random, "random", lambda: 0.0)  # not the logarithm of 0
    assert matrix.randn(2) + SimpleNet().W[0] == [0.0] * 5


def test_apply_and_copy_reach_every_number_of_any_shape_and_share_no_list():
    a = [[1, 2.5], [[3]], 4]
    assert matrix.apply(lambda n: 2 * n, a) == [[2, 5.0], [[6]], 8]
    assert matrix.apply(lambda n: 2 * n, 3) == 6
    b = matrix.copy(a)
    assert b == a
    b[0][0] = b[1][0][0] = b[2] = 9
    assert a == [[1, 2.5], [[3]], 4]


@pytest.mark.parametrize(
    "function, results",
    [
        (matrix.add, [[5, 8], [[11, 22], [33, 44]], [13, 15], [13, 15], 13]),
        (matrix.subtract, [[1, 4], [[9, 18], [27, 36]], [-7, -5], [7, 5], 7]),
        (matrix.multiply, [[6, 12], [[10, 40], [90, 160]], [30, 50], [30, 50], 30]),
    ],
)
def test_arithmetic_is_number_by_number_and_changes_no_argument(function, results):
    tens = [[10, 20], [30, 40]]
    ones = [[1, 2], [3, 4]]
    assert function([3, 6], [2, 2]) == results[0]
    assert function(tens, ones) == results[1]
    assert function([3, 5], 10) == results[2]
    assert function(10, [3, 5]) == results[3]
    assert function(10, 3) == results[4]
    assert function(2, [[1, 2]]) == [function([2, 2], [1, 2])]
    assert function([[1, 2]], 2) == [function([1, 2], [2, 2])]
    assert tens == [[10, 20], [30, 40]] and ones == [[1, 2], [3, 4]]


def test_transpose_turns_rows_into_columns_and_argmax_finds_the_first_largest():
    assert matrix.transpose(A) == [[1, 4], [2, 5], [3, 6]]
    for v, index in ([5], 0), ([1, 3, 2], 1), ([3, 1, 3], 0), ([-3, -1, -2], 1):
        assert matrix.argmax(v) == index


@pytest.mark.parametrize(
    "a, text",
    [
        ([], "[]"),
        ([1, -20, 300], "[  1 -20 300]"),
        ([1 / 3, 10.0, -0.25], "[0.33333333         10      -0.25]"),
        ([-6.11110793e-10, 25000000000.0], "[-6.1111079e-10        2.5e+10]"),
        ([NAN, INF], "[nan inf]"),
        ([[1.0, 2.5], [-3.0, 40.0]], "[[  1 2.5]\n [ -3  40]]"),
        ([[], []], "[[]\n []]"),
    ],
)
def test_array2string_aligns_columns_of_so_many_significant_digits(a, text):
    assert matrix.array2string(a) == text
    assert matrix.array2string([1 / 3, 2 / 3, 10.0], digits=2) == "[0.33 0.67   10]"


# --- gradient.py ----------------------------------------------------------------------


@pytest.mark.parametrize(
    "x, expected",
    [
        ([3.0, 4.0], [6.00000000000378, 7.999999999999119]),
        ([0.0, 2.0], [0.0, 4.000000000004]),
        ([3.0, 0.0], [6.000000000012662, 0.0]),
        ([3, 4], [6.00000000000378, 7.999999999999119]),  # NumPy: [25000, 35000]
    ],
)
def test_the_gradients_of_the_chapter_to_the_last_digit(x, expected):
    assert numerical_gradient(function_2, x) == expected


def exact_function_2(x):
    """function_2 with products that are rounded once, from the exact ones."""
    return float(Fraction(x[0]) ** 2) + float(Fraction(x[1]) ** 2)


def test_function_2_and_its_descents_are_those_of_exact_products_on_every_python():
    assert function_2([3.0, 4.0]) == 25.0 and function_2([-1, 2]) == 5
    assert function_2([2.759, 0.0]) == 7.612081  # 2.759 ** 2 may be 7.612080999999999
    random.seed(0)
    for _ in range(200):
        x = [random.random() * 10 - 5, random.random() * 10 - 5]
        assert function_2(x) == exact_function_2(x)
    for _ in range(20):
        x = [random.random() * 10 - 5, random.random() * 10 - 5]
        path, exact = [], []
        gradient_descent(function_2, x[:], 0.1, 9, lambda x: path.append(x[:]))  # noqa: B023
        gradient_descent(exact_function_2, x, 0.1, 9, lambda x: exact.append(x[:]))  # noqa: B023
        assert path == exact


def sum_of_cubes(x):
    return sum(sum_of_cubes(v) if isinstance(v, list) else v**3 for v in x)


determinant = lambda W: W[0][0] * W[1][1] - W[0][1] * W[1][0]


@pytest.mark.parametrize(
    "f, x, by_hand",
    [
        (lambda x: 7, [1], [0.0]),
        (lambda x: 3 * x[0] - 2 * x[1], [5.0, 6.0], [3.0, -2.0]),
        (lambda x: x[0] * x[1] * x[2], [2, 3, 5], [15, 10, 6]),
        (determinant, [[1, 2], [3, 4]], [[4, -3], [-2, 1]]),
        (sum_of_cubes, [[[1.0, 2.0], [3.0]], 1.0, []], [[[3, 12], [27]], 3, []]),
        (sum_of_cubes, [], []),
    ],
)
def test_the_numerical_gradient_is_the_one_worked_out_by_hand(f, x, by_hand):
    before = stdlib_copy.deepcopy(x)
    assert close(numerical_gradient(f, x), by_hand)
    assert close(numerical_gradient(lambda ignored: f(x), x), by_hand)
    assert check_grad(f, lambda x: by_hand, x) < 1e-7 and x == before


def test_each_number_is_moved_by_h_to_either_side_and_no_other():
    seen = []
    f = lambda x: seen.append(stdlib_copy.deepcopy(x)) or 0
    numerical_gradient(f, [8, [2]], h=0.5)
    assert seen == [[8.5, [2]], [7.5, [2]], [8, [2.5]], [8, [1.5]]]


def test_the_difference_is_central_and_h_is_its_half_width():
    cube = lambda x: x[0] ** 3  # (f(x + h) - f(x - h)) / 2h is 3x^2 + h^2
    assert numerical_gradient(cube, [2.0], h=1.0) == [13.0]
    assert numerical_gradient(cube, [2], h=1) == [13.0]
    assert numerical_gradient(lambda x: cube(x[0]), [[2.0]], h=0.5) == [[12.25]]
    assert close(numerical_gradient(cube, [0.0]), [1e-8], error=1e-15)


@pytest.mark.parametrize("failing_call", range(8))
def test_f_gets_x_itself_and_x_is_put_back_when_f_raises(failing_call):
    calls = []

    def f(given):
        calls.append(given is x)
        if len(calls) == failing_call + 1:
            raise ZeroDivisionError("mine")
        return 0.0

    x = [0.1, [2, 0.7], [[10**30]]]
    inner = x[1]
    with pytest.raises(ZeroDivisionError, match="mine"):
        numerical_gradient(f, x)
    assert calls == [True] * (failing_call + 1)
    assert x == [0.1, [2, 0.7], [[10**30]]]
    assert x[1] is inner and isinstance(inner[0], int) and isinstance(x[2][0][0], int)


@pytest.mark.parametrize("x", [(1.0, 2.0), str([0] * 9999), None, 1j, FakeArray()])
def test_a_point_that_is_no_list_is_an_error_that_names_its_type(x):
    message = f"x must be lists of numbers, as [3.0]; got {type(x).__name__}"
    for search in numerical_gradient, gradient_descent:
        for point in x, [x], [1.0, [2.0, x]]:
            assert message_of(search, lambda x: 0.0, point) == message
    assert message_of(numerical_gradient, sum_of_cubes, 3.0)[-5:] == "float"


@pytest.mark.parametrize("value", [None, "1", MANY, (1.0,), FakeArray(), 1j, {}])
@pytest.mark.parametrize("call", range(6))
def test_an_f_that_returns_no_number_at_any_call_is_an_error_that_shows_it(value, call):
    values = [0.0] * call + [value] + [0.0] * (5 - call)
    x = [[1.0], 2.0, [3.0, []]]
    message = message_of(numerical_gradient, lambda x: values.pop(0), x)
    assert message == "f must return one number; got " + repr(str(value))[:50]
    assert x == [[1.0], 2.0, [3.0, []]]


@pytest.mark.parametrize("h", [0, 0.0, -1e-4, NAN, INF])
def test_an_h_that_is_not_above_zero_is_an_error(h):
    for x in [1.0, 2.0], []:
        message = message_of(numerical_gradient, function_2, x, h)
        assert message == f"h must be more than 0, such as 1e-4; got {h}"


def test_where_floats_lie_wider_apart_than_h_the_gradient_is_zero():
    assert numerical_gradient(function_2, [1.2e12, 1e10])[0] == 0.0
    assert numerical_gradient(function_2, [1e12, 0.0])[0] > 0.0


@pytest.mark.parametrize(
    "by_hand, difference",
    [
        ([6.0, 8.0], 0.0),
        ([6.0, 16.0], 0.5),
        ([3.0, 8.0], 0.5),
        ([6.0, -8.0], 2.0),
        ([0.0, 8.0], 1.0),
        ([NAN, 8.0], INF),
        ([6.0, NAN], INF),
        ([6.0, INF], INF),
    ],
)
def test_check_grad_is_the_largest_relative_difference(by_hand, difference):
    expected = pytest.approx(difference, abs=1e-11)
    assert check_grad(function_2, lambda x: by_hand, [3.0, 4.0]) == expected
    minus = [-slope for slope in by_hand]
    assert check_grad(function_2, lambda x: minus, [-3.0, -4.0]) == expected


def test_check_grad_reaches_every_depth_and_holds_small_slopes_against_1e_4():
    f = lambda x: x[0][0] ** 2 + x[1]
    assert check_grad(f, lambda x: [[x[0][0]], 1.0], [[3.0], 4.0]) > 0.4
    assert check_grad(f, lambda x: [[2 * x[0][0]], 2.0], [[3.0], 4.0]) > 0.4
    cube = lambda x: x[0] ** 3
    assert check_grad(cube, lambda x: [0.0], [0.0]) == pytest.approx(1e-4)
    assert (
        round(check_grad(lambda x: x[0] / 1e4, lambda x: [3e-4], [1.0]), 6) == 0.666667
    )
    assert check_grad(function_2, lambda x: [0, 0], [0.0, 0.0]) == 0.0
    assert check_grad(function_2, lambda x: [], []) == 0.0


@pytest.mark.parametrize(
    "by_hand, got",
    [
        ([6.0], "a list of 1 for a list of 2"),
        (MANY, "a list of 10000 for a list of 2"),
        ([[6.0], 8.0], "a list of 1 for a float"),
        ((6.0, 8.0), "a tuple for a list of 2"),
        (6.0, "a float for a list of 2"),
        (["6", 8.0], "a str for a float"),
        (None, "a NoneType for a list of 2"),
    ],
)
def test_a_gradient_of_another_shape_than_x_is_an_error_that_says_which(by_hand, got):
    message = message_of(check_grad, function_2, lambda x: by_hand, [3.0, 4.0])
    assert message == "grad(x) must be shaped like x; got " + got


FIGURE_4_9 = """\
x1 = 2.0
↘↘↘ ↘↘↘ ↓↓↓ ↙↙↙ ↙↙↙

↘↘↘ ↘↘  ↓↓  ↙↙  ↙↙↙

→→→ →→  ·   ←←  ←←←

↗↗↗ ↗↗  ↑↑  ↖↖  ↖↖↖

↗↗↗ ↗↗↗ ↑↑↑ ↖↖↖ ↖↖↖

x1 = -2.0
x0 from -2.0 to 2.0"""


def test_quiver_draws_figure_4_9():
    assert quiver(function_2, rows=5) == FIGURE_4_9
    assert len(quiver(function_2).splitlines()) == 1 + 2 * 9 + 2


def test_quiver_takes_the_nearest_of_eight_directions():
    for k, arrow in enumerate("→↗↑↖←↙↓↘"):
        for nudge in -0.38, 0.0, 0.38:  # up to half an eighth of a turn, 0.39 radians
            angle = k * math.pi / 4 + nudge
            f = lambda x: -x[0] * math.cos(angle) - x[1] * math.sin(angle)  # noqa: B023
            assert quiver(f, rows=2).count(3 * arrow) == 4


def test_quiver_draws_an_arrow_once_twice_or_three_times_by_its_length():
    text = quiver(lambda x: x[0] ** 2, (-6, 6), (0, 1), rows=13)
    assert text.splitlines()[1] == "→→→ →→→ →→  →→  →   →   ·   ←   ←   ←←  ←←  ←←← ←←←"


def test_quiver_of_a_constant_is_all_dots_and_so_is_what_is_noise_beside_an_arrow():
    assert quiver(lambda x: 7, rows=3).count("·") == 9
    text = quiver(lambda x: max(x[0], 0) + 3e-7 * min(x[0], 0), rows=2)
    assert text.splitlines()[1] == "·   ←←←"
    assert quiver(lambda x: 1e-12 * x[0], rows=2).count("←←←") == 4


# --- descent.py -----------------------------------------------------------------------


@pytest.mark.parametrize(
    "lr, end",
    [
        (0.1, [-6.111107928998789e-10, 8.148143905314271e-10]),
        (10.0, [-25898374737328.363, -1295248616896.5398]),
        (1e-10, [-2.999999939999995, 3.9999999199999934]),
    ],
)
def test_the_descents_of_the_chapter_to_the_last_digit(lr, end):
    assert gradient_descent(function_2, [-3.0, 4.0], lr=lr, step_num=100) == end
    assert gradient_descent(function_2, [-3, 4], lr) == end  # 100 is the default
    assert gradient_descent(function_2, [-3, 4], lr, step_num=0) == [-3, 4]


def sum_of_squares(x):
    return sum(sum_of_squares(v) if isinstance(v, list) else v * v for v in x)


def test_init_x_itself_is_moved_and_so_are_the_lists_in_it():
    W, b = [[1.0], [2.0]], [3.0]
    row = W[0]
    x = [W, b, 4.0]
    assert gradient_descent(sum_of_squares, x, lr=0.25, step_num=1) is x
    assert x[0] is W and x[1] is b and W[0] is row
    assert close(x, [[[0.5], [1.0]], [1.5], 2.0])


def test_all_numbers_move_at_once_along_one_gradient():
    x = gradient_descent(lambda x: x[0] * x[1], [1.0, 2.0], step_num=1)
    assert close(x, [0.98, 1.99])  # 0.01 is the default


def test_the_callback_sees_the_point_itself_after_every_update():
    path, x = [], [8.0]
    callback = lambda given: path.append(given[:] if given is x else NAN)
    gradient_descent(lambda x: x[0] ** 2, x, 0.25, 3, callback)
    assert close(path, [[4.0], [2.0], [1.0]])


def test_a_negative_learning_rate_climbs_like_descent_on_minus_f():
    hill = lambda x: -((x[0] - 1) ** 2)
    up = gradient_descent(hill, [3.0], lr=-0.1, step_num=200)
    down = gradient_descent(lambda x: -hill(x), [3.0], lr=0.1, step_num=200)
    assert close(up, [1.0]) and close(down, [1.0])


@pytest.mark.parametrize(
    "f",
    [
        lambda x: x[0] ** 3 if abs(x[0]) < 1e3 else NAN,
        lambda x: x[0] ** 3 if abs(x[0]) < 1e3 else INF * x[0],
        lambda x: math.exp(x[0] ** 2),  # raises an OverflowError of its own
    ],
)
def test_a_slope_that_is_not_finite_later_on_is_blamed_on_the_step_and_lr(f):
    path, x = [], [1.0]
    keep = lambda x: path.append(x[0])
    assert message_of(gradient_descent, f, x, 7.0, 50, keep) == (
        f"f has a slope of inf or nan after step {len(path)}: lr=7.0 may be too large"
    )
    assert path and x == [path[-1]] and math.isfinite(x[0])


@pytest.mark.parametrize(
    "f, init_x",
    [
        (function_2, [1.0, NAN]),
        (function_2, [INF, 1.0]),
        (lambda x: NAN, [1.0]),
        (lambda x: math.exp(x[0]), [1000.0]),
    ],
)
def test_a_start_without_a_finite_slope_is_no_fault_of_lr(f, init_x):
    x = list(init_x)
    message = message_of(gradient_descent, f, x)
    assert message.endswith("inf or nan at init_x: check f, or start elsewhere")
    assert repr(x) == repr(init_x)


def test_nothing_moves_when_only_the_last_slope_is_not_finite():
    x = [1.0, [2.0, 3.0]]
    with pytest.raises(OverflowError):
        gradient_descent(lambda x: x[0] + x[1][0] + 1e308 * x[1][1] * 10, x)
    assert x == [1.0, [2.0, 3.0]]


def test_a_step_out_of_the_finite_numbers_is_found_by_the_next_one():
    with pytest.raises(OverflowError, match="after step 1: lr=-1.5e"):
        gradient_descent(lambda x: 1e300 * x[0], [1.0], lr=-1.5e300)


@pytest.mark.parametrize("lr", [INF, -INF, NAN])
def test_a_learning_rate_that_is_not_finite_is_an_error(lr):
    message = message_of(gradient_descent, function_2, MANY, lr)
    assert message == f"lr must be a finite number, such as 0.01; got {lr}"


def test_an_error_of_f_or_callback_passes_through_and_x_is_the_last_point():
    def fail(x):
        raise KeyError("mine")

    x = [4.0]
    with pytest.raises(KeyError, match="mine"):
        gradient_descent(fail, x)
    assert x == [4.0]
    with pytest.raises(KeyError, match="mine"):
        gradient_descent(lambda x: x[0] ** 2, x, 0.25, 9, callback=fail)
    assert close(x, [2.0])


FIGURE_4_10 = """\
x1 = 4.5
##*S++=======++**##
*++=o---------==++*
+==--oo:::::::--==+
==-:::.o.....:::-==
=--::...oE....::--=
=--::.........::--=
==-:::.......:::-==
+==--:::::::::--==+
*++==---------==++*
##**++=======++**##
x1 = -4.5
x0 from -4.5 to 4.5"""


def test_contour_draws_figure_4_10():
    path = [[-3.0, 4.0]]
    gradient_descent(function_2, [-3.0, 4.0], 0.1, 100, lambda x: path.append(list(x)))
    assert contour(function_2, path, rows=10) == FIGURE_4_10
    assert len(contour(function_2, path).splitlines()) == 1 + 19 + 2


def test_the_seven_bands_of_a_contour_have_equal_heights():
    text = contour(lambda x: x[0], [], (0, 42), (0, 1), 22)
    signs = "".join(6 * sign for sign in ".:-=+*#") + "#"
    assert text.splitlines()[1:23] == [signs] * 22


def test_start_and_end_are_seen_where_points_share_a_cell():
    draw = lambda path: contour(lambda x: 0, path, (0, 1), (0, 1), 2).splitlines()[2]
    assert draw([[0, 0]]) == "S.."
    assert draw([[0, 0], [0, 0], [0, 0.1]]) == "S.."
    assert draw([[0, 0], [1, 0], [1, 0.1]]) == "S.E"
    assert draw([[0, 0], [0.5, 0.1], [1, 0.1]]) == "SoE"


def test_a_point_outside_the_window_is_drawn_on_its_edge():
    path = [[0, 9], [9, 0.1], [0.5, -9], [-9, -INF]]
    text = contour(lambda x: 0, path, (-1, 1), (-1, 1), 3)
    assert text.splitlines()[1:4] == ["..S..", "....o", "E..o."]
    assert "NaN" in message_of(contour, function_2, [[NAN, 0.0]])  # it has no place


@pytest.mark.parametrize("draw", [quiver, lambda f, *window: contour(f, [], *window)])
def test_a_figure_without_extent_or_of_what_is_not_finite_is_an_error(draw):
    for limits in (2, -2), (1, 1), (0, NAN):
        for window in [limits, (0, 1)], [(0, 1), limits]:
            message = message_of(draw, function_2, *window)
            assert "xlim and ylim from low to high" in message
    for rows in -1, 1, 21 if draw is quiver else 41, 10**200:
        message = message_of(draw, function_2, (-1, 1), (-1, 1), rows)
        assert "takes 2 to " in message
    for f in lambda x: NAN, lambda x: INF * (x[0] + 0.1), lambda x: 1 / (x[0] or NAN):
        message = message_of(draw, f, (-1, 1), (-1, 1), 5)
        assert "inf or nan between these limits" in message


WINDOWS = [
    ((-2, 2), (-2, 2)),
    ((-1 / 18, 1 / 3), (-1e-12, 2e-12)),
    ((-1.2345678901234567e-300, 1.2345678901234567e-300), (-1e300, 1e300)),
    ((1000001, 1000002), (-2 / 3, 20000 / 3)),
    ((0, 1), (0, 1e6)),
]


@pytest.mark.parametrize("xlim, ylim", WINDOWS)
def test_a_figure_of_any_window_has_straight_columns_and_labels_in_80_columns(
    xlim, ylim
):
    for rows in 2, 9, 20:
        lines = quiver(lambda x: 0.0, xlim, ylim, rows).splitlines()
        assert lines[1:-2:2] == [("·   " * rows).rstrip()] * rows
        figure = contour(lambda x: 0.0, [], xlim, ylim, 2 * rows).splitlines()
        assert figure[1:-2] == ["." * (4 * rows - 1)] * (2 * rows)
        for text in lines, figure:
            assert max(map(len, text)) <= 80
            assert text[0] == f"x1 = {ylim[1]}" and text[-2] == f"x1 = {ylim[0]}"
            assert text[-1] == f"x0 from {xlim[0]} to {xlim[1]}"


# --- simplenet.py ---------------------------------------------------------------------

W = [[0.47355232, 0.9977393, 0.84668094], [0.85557411, 0.03563661, 0.69422093]]
X = [0.6, 0.9]
T = [0, 0, 1]
DW = [[0.21924763, 0.14356247, -0.36281009], [0.32887144, 0.21534370, -0.54421514]]


def test_the_net_of_the_chapter():
    net = simplenet.simpleNet(W)  # the chapter's spelling
    assert type(net) is SimpleNet and net.W is W
    assert close(net.predict(X), [1.05414809, 0.63071653, 1.1328074], error=5e-9)
    assert matrix.argmax(net.predict(X)) == 2
    assert close(net.loss(X, T), 0.92806854, error=5e-9)
    assert close(numerical_gradient(lambda W: net.loss(X, T), net.W), DW, error=5e-8)
    assert close(net.gradient(X, T), DW, error=5e-9)


@pytest.mark.parametrize(
    "weights, message",
    [
        ([], "W must be a list of lists, its rows; got '[]'"),
        ([1.0, 2.0], "W must be a list of lists, its rows; got '[1.0, 2.0]'"),
        ([[]], "W must be a list of lists, its rows; got '[[]]'"),
        (([1.0], [2.0]), "W must be a list of lists, its rows; got '([1.0], [2.0])'"),
        (FakeArray(), "W must be a list of lists, its rows; got 'array([[1., 2.]"),
        (tuple(MANY), "W must be a list of lists, its rows; got '(0.5, 0.5"),
        ([["1"]], "W[0] must be a list of 1 numbers; got a list that begins with a str"),
        ([[1.0], [1.0, 2.0]], "W[1] must be a list of 1 numbers; got a list of 2"),
        ([[1.0] * 9] * 1 + [MANY], "W[1] must be a list of 9 numbers; got a list of 10000"),
        ([[1.0], 2.0], "W[1] must be a list of 1 numbers; got a float"),
        ([[0.0] * 3] * 2, "W[1] and W[0] are one list: make a list a row"),
    ],
)  # fmt: skip
def test_weights_that_are_no_matrix_are_an_error_that_says_why(weights, message):
    assert message in message_of(SimpleNet, weights)


BATCH = [[0.6, 0.9], [-1.0, 2.0], [0.0, 0.0]]
ANSWERS = [2, 0, 1]
ONE_HOT = [[0, 0, 1], [1, 0, 0], [0, 1, 0]]


def test_predict_is_the_product_of_x_and_weights():
    net = SimpleNet([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]])
    assert net.predict([10, 1]) == [14.0, 25.0, 36.0]
    assert net.predict([[10, 1], [0, 2]]) == [[14.0, 25.0, 36.0], [8.0, 10.0, 12.0]]
    net = SimpleNet([[1.0] for _ in range(10)])  # added from left to right
    assert net.predict([0.1] * 10) == [0.9999999999999999]


@pytest.mark.parametrize(
    "x, culprit, got",
    [
        ([0.6], "x", "a list of 1"),
        (MANY, "x", "a list of 10000"),
        ([], "x", "a list of 0"),
        ((0.6, 0.9), "x", "a tuple"),
        (str(MANY), "x", "a str"),
        (FakeArray(), "x", "a FakeArray"),
        ([(1, 2), (3, 4), (5, 6)], "x", "a list that begins with a tuple"),
        ([FakeArray(), FakeArray()], "x", "a list that begins with a FakeArray"),
        ([[0.6, 0.9], [0.6]], "x[1]", "a list of 1"),
        ([[0.6, 0.9], (1, 2)], "x[1]", "a tuple"),
        ([[0.6, 0.9]] * 9 + [MANY], "x[9]", "a list of 10000"),
        ([[0.6, 0.9], 1.0], "x[1]", "a float"),
        ([[]], "x[0]", "a list of 0"),
    ],
)
def test_a_sample_that_does_not_fit_is_an_error_that_says_which_and_why(
    x, culprit, got
):
    net = SimpleNet(W)
    for call in net.predict, lambda x: net.loss(x, 0), lambda x: net.gradient(x, 0):
        message = message_of(call, x)
        assert message == f"{culprit} must be a list of 2 numbers; got {got}"


@pytest.mark.parametrize(
    "z, y",
    [
        ([5, 5], [0.5, 0.5]),
        ([0.0, math.log(3)], [0.25, 0.75]),
        ([math.log(2), math.log(3), math.log(5)], [0.2, 0.3, 0.5]),
        ([1000.0, 1000.0 + math.log(3)], [0.25, 0.75]),
        ([-1000.0, -1000.0 - math.log(3)], [0.75, 0.25]),
        ([1e308, -1e308, 1e308], [0.5, 0.0, 0.5]),
    ],
)
def test_softmax_turns_scores_into_probabilities_without_overflow(z, y):
    assert close(softmax(z), y, error=1e-12)
    assert softmax([z, z]) == [softmax(z), softmax(z)]
    assert close([math.exp(log_p) for log_p in log_softmax(z)], y, error=1e-12)
    assert log_softmax([z, z]) == [log_softmax(z), log_softmax(z)]


def test_log_softmax_is_right_where_softmax_is_rounded_to_0_or_1():
    assert log_softmax([-431, 279, 427]) == [-858.0, -148.0, 0.0]
    assert log_softmax([0.0, -40.0]) == [0.0, -40.0]  # 1 + exp(-40) is 1


def test_softmax_and_log_softmax_add_from_left_to_right_and_keep_nan_visible():
    z = [0.0] + [-2.3025850929940455] * 10  # 1 and ten times 0.1, which sum() may mend
    assert softmax(z)[0] == 0.4999999999999998
    assert log_softmax(z)[1] == -2.9957322735539913
    assert all(map(math.isnan, softmax([1.0, NAN]) + log_softmax([1.0, NAN])))
    assert math.isnan(SimpleNet([[1.0, NAN]]).loss([1.0], 0))


@pytest.mark.parametrize("z", [[], None, 3.0, str(MANY), (1.0, 2.0), FakeArray()])
def test_what_is_no_list_or_empty_is_an_error_that_shows_it(z):
    for function in softmax, log_softmax, lambda y: cross_entropy_error(y, [0]):
        message = message_of(function, z)
        assert message.startswith("expected a list of numbers, or of lists; got '")


@pytest.mark.parametrize(
    "y, t, error",
    [
        ([0.25, 0.25, 0.5], 2, 0.6931471805599453),
        ([0.25, 0.25, 0.5], [0, 0, 1], 0.6931471805599453),
        ([0.25, 0.25, 0.5], [0.0, 0.5, 0.5], 1.0397207708399179),
        ([0.25, 0.25, 0.5], [1.0, 0.0, 0.0], 1.3862943611198906),
        ([0.0, 1.0], 1, 0.0),
        ([0.0, 1.0], 0, INF),
        ([1.0, 0.0], [0.5, 0.5], INF),
        ([[0.5, 0.5], [0.25, 0.75]], [0, 0], 1.0397207708399179),
        ([[0.5, 0.5], [0.25, 0.75]], [[1, 0], [1, 0]], 1.0397207708399179),
        ([[0.5, 0.5], [0.25, 0.75]], [1, [0.0, 1.0]], 0.49041462650586315),
    ],
)
def test_the_cross_entropy_error_is_minus_the_sum_of_t_log_y(y, t, error):
    assert cross_entropy_error(y, t) == pytest.approx(error, abs=0, rel=1e-15)
    assert str(cross_entropy_error(y, t))[0] != "-"  # not even -0.0


@pytest.mark.parametrize("p", [1.1, -0.1, NAN, 10**100])
def test_what_is_no_probability_is_an_error_that_shows_it(p):
    message = message_of(cross_entropy_error, [[1, 0], [0.5, p]], [0, 0])
    assert message == f"y must be probabilities, 0 to 1; got {str(p)[:50]}"


@pytest.mark.parametrize(
    "t, got",
    [
        (-1, "-1"),
        (-(10**99), "-1" + 58 * "0"),
        (3, "3"),
        (1.0, "float"),
        ((0, 0, 1), "tuple"),
        ([0, 0, 0, 1], "4 numbers: [0, 0, 0, 1]"),
        (MANY, "10000 numbers: [0.5, 0.5, 0.5, 0.5, 0.5, 0.5,"),
        ([1, 0, 1], "3 numbers: [1, 0, 1]"),
        ([2, -1, 0], "3 numbers: [2, -1, 0]"),
        ([0, 1, NAN], "3 numbers: [0, 1, nan]"),
        ([0, 0, 0.9999985], "3 numbers: [0, 0, 0.9999985]"),
        ([0, 0, 1.0000015], "3 numbers: [0, 0, 1.0000015]"),
        ([NAN, 0, 1], "3 numbers: [nan, 0, 1]"),
    ],
)
def test_a_label_that_is_not_there_is_an_error_that_says_what_would_be(t, got):
    net = SimpleNet(W)
    y = [0.2, 0.3, 0.5]
    due = "must be a class from 0 to 2, or 3 probabilities that sum to 1; got " + got
    for call in net.loss, net.gradient:
        assert message_of(call, X, t) == "t " + due
        assert message_of(call, [X, X], [0, t]) == "t[1] " + due
    assert message_of(cross_entropy_error, y, t) == "t " + due
    assert message_of(cross_entropy_error, [y, y], [0, t]) == "t[1] " + due


@pytest.mark.parametrize(
    "t, got",
    [(2, "int"), ([], "list of 0"), ([2] * 60000, "list of 60000"), ((0,), "tuple")],
)
def test_a_batch_with_another_number_of_answers_is_an_error_that_says_so(t, got):
    net = SimpleNet(W)
    message = f"t must be a list of 3 answers; got a {got}"
    assert (
        message_of(net.loss, BATCH, t) == message_of(net.gradient, BATCH, t) == message
    )
    assert message_of(cross_entropy_error, [[0.5, 0.5]] * 3, t) == message


def test_the_loss_of_a_batch_is_the_mean_of_the_losses():
    net = SimpleNet(W)
    one, two, three = [net.loss(x, t) for x, t in zip(BATCH, ANSWERS)]
    assert close(net.loss(BATCH, ANSWERS), (one + two + three) / 3, 1e-15)
    assert net.loss(BATCH, ONE_HOT) == net.loss(BATCH, ANSWERS)
    assert net.loss([X], [2]) == net.loss(X, 2) == net.loss(X, T)


@pytest.mark.parametrize(
    "scores, t, loss",
    [
        ([-431.0, 279.0, 427.0], 0, 858.0),
        ([-431.0, 279.0, 427.0], 1, 148.0),
        ([-431.0, 279.0, 427.0], 2, 0.0),
        ([1e300, -1e300], 1, 2e300),
        ([1e308, -1e308], 0, 0.0),
        ([700.0, 0.0], [0.5, 0.5], 350.0),
    ],
)
def test_the_loss_is_right_for_any_finite_scores(scores, t, loss):
    assert str(SimpleNet([scores]).loss([1.0], t)) == str(loss)  # not -0.0


SAMPLES = [(X, 0), (X, [0, 1, 0]), (X, [0.2, 0.3, 0.5]), ([0, 1], 2), ([X], [1])]
SAMPLES += [(BATCH, ANSWERS), (BATCH, ONE_HOT), (BATCH, [[0.3333333] * 3, 0, 2])]


@pytest.mark.parametrize("x, t", SAMPLES)
def test_the_gradient_of_the_net_is_what_the_numerical_gradient_measures(x, t):
    net = SimpleNet([list(row) for row in W])
    f = lambda W: net.loss(x, t)
    assert close(net.gradient(x, t), numerical_gradient(f, net.W)) and net.W == W
    assert close(net.loss(x, t), cross_entropy_error(softmax(net.predict(x)), t), 1e-15)
    gradient_descent(f, net.W, lr=1.0, step_num=9)
    assert net.loss(x, t) < SimpleNet(W).loss(x, t)  # it was trained in place


def test_the_gradient_is_x_times_y_minus_t_and_of_a_batch_the_mean():
    net = SimpleNet([[0.0, 0.0], [0.0, 0.0]])
    assert net.gradient([1.0, 2.0], 0) == [[-0.5, 0.5], [-1.0, 1.0]]
    assert net.gradient([[1.0, 2.0], [4.0, 0.0]], [0, 1]) == [
        [0.75, -0.75],
        [-0.5, 0.5],
    ]


# --- all of them ----------------------------------------------------------------------


def source(name):
    with open(os.path.join(HERE, name), encoding="utf-8") as file:
        return file.read()


def test_numerical_gradient_is_the_same_to_the_letter_in_both_files():
    pattern = r"(?ms)^def numerical_gradient.*?^    return grad$"
    one, other = [re.findall(pattern, source(name)) for name in FILES[1:3]]
    assert len(one) == 1 and one == other


@pytest.mark.parametrize("name", FILES)
def test_a_file_imports_math_and_random_alone(name):
    nodes = list(ast.walk(ast.parse(source(name))))
    assert not [node for node in nodes if isinstance(node, ast.ImportFrom)]
    imports = [node for node in nodes if isinstance(node, ast.Import)]
    names = {alias.name for node in imports for alias in node.names}
    assert names and names <= {"math", "random"}


@pytest.mark.parametrize("name", FILES)
def test_a_file_alone_in_an_empty_folder_imports_and_runs_its_demo(name, tmp_path):
    shutil.copy(os.path.join(HERE, name), str(tmp_path))

    def run(*arguments):
        command = [sys.executable, "-B", *arguments]
        out = subprocess.run(
            command, cwd=str(tmp_path), stdout=-1, stderr=-2, check=True
        )
        return out.stdout.decode("utf-8").splitlines()

    assert run("-c", "import " + name[:-3]) == []
    lines = run("-I", "-X", "utf8", name)
    assert len(lines) > 15 and max(map(len, lines)) <= 80
    assert os.listdir(str(tmp_path)) == [name]


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.__name__)
def test_every_public_function_has_a_docstring_and_the_examples_run(module):
    failed, attempted = doctest.testmod(module)
    assert attempted > 1 and failed == 0
    for name, value in vars(module).items():
        if callable(value) and not name.startswith("_"):
            assert value.__doc__, name


# --- the README -----------------------------------------------------------------------


def blocks(kind):
    """The contents of the README's code blocks of a kind."""
    return re.findall(r"(?ms)^```" + kind + r"\n(.*?)^```$", source("README.md"))


def test_the_sessions_of_the_readme_run():
    text = "\n".join(blocks("pycon"))
    session = doctest.DocTestParser().get_doctest(text, {}, "README", None, 0)
    failed, attempted = doctest.DocTestRunner().run(session)
    assert attempted > 60 and failed == 0


def test_the_code_that_the_readme_shows_stands_in_the_files():
    code = "".join(source(name) for name in FILES)
    assert len(blocks("python")) == 2 and all(part in code for part in blocks("python"))
    demo = subprocess.check_output([sys.executable, os.path.join(HERE, FILES[3])])
    assert demo.decode("utf-8").startswith(blocks("text")[0])


def test_the_quick_start_of_the_readme_is_two_commands():
    first, second = blocks("sh")[0].splitlines()
    assert first == "python3 simplenet.py" and second.endswith("-m pytest")
