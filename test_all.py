"""What the module promises, as tests: `python -m pytest`, a part for each file.

Expected numbers are written out: from the chapter, worked out by hand, or printed by
NumPy. A name says what holds; the one that fails says what a change has broken.
"""

import ast
import copy as stdlib_copy
import doctest
import importlib.util
import math
import os
import random
import re
import shutil
import subprocess
import sys
from xml.etree import ElementTree

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


class FakeArray:
    """Subtracts and divides like a NumPy array, and is no number either."""

    def __sub__(self, other):
        return self

    __truediv__ = __add__ = __radd__ = __sub__


# --- matrix.py ------------------------------------------------------------------------

A = [[1, 2, 3], [4, 5, 6]]


@pytest.mark.parametrize(
    "a, b, product",
    [
        ([1, 2, 3], [4, 5, 6], 32),
        ([], [], 0),
        ([10, 1], A, [14, 25, 36]),
        (A, [1, 0, 2], [7, 16]),
        (A, [[1, 2], [3, 4], [5, 6]], [[22, 28], [49, 64]]),
        (A, [[1], [10], [100]], [[321], [654]]),
        ([[2]], [[0.5]], [[1.0]]),
    ],
)
def test_dot_is_the_sum_of_products_for_vectors_and_matrices(a, b, product):
    assert matrix.dot(a, b) == product


def test_dot_adds_from_left_to_right_on_every_python():
    assert matrix.dot([0.1] * 10, [1.0] * 10) == 0.9999999999999999  # sum() may say 1.0


def test_dot_of_integers_is_an_integer():
    assert isinstance(matrix.dot([1, 2], [3, 4]), int)


@pytest.mark.parametrize(
    "a, b",
    [
        ([1, 2], [1, 2, 3]),
        (A, [1, 2]),
        ([1, 2, 3], A),
        (A, A),
        (2, [1, 2]),
        ([1, 2], 2),
        ([[[1]]], [1]),
        ([1], [[[1]]]),
    ],
)
def test_dot_of_shapes_that_do_not_fit_is_an_error_that_names_both(a, b):
    with pytest.raises(ValueError) as caught:
        matrix.dot(a, b)
    assert str(matrix.shape(a)) in str(caught.value)
    assert str(matrix.shape(b)) in str(caught.value)


@pytest.mark.parametrize(
    "a, lengths",
    [
        (7, ()),
        (0.5, ()),
        ([], (0,)),
        ([1, 2.0, 3], (3,)),
        (A, (2, 3)),
        ([[], []], (2, 0)),
        ([[[1, 2]], [[3, 4]], [[5, 6]]], (3, 1, 2)),
    ],
)
def test_shape_is_the_lengths_from_the_outside_in(a, lengths):
    assert matrix.shape(a) == lengths


@pytest.mark.parametrize("a", [[[1, 2], [3]], [1, [2]], [[[1]], [[2, 3]]]])
def test_a_ragged_array_has_no_shape(a):
    with pytest.raises(ValueError, match=r"ragged.*\(.*\).*\(.*\)"):
        matrix.shape(a)


@pytest.mark.parametrize("a", [(1, 2), "12", None, 1j, FakeArray(), [1, (2, 3)], ["1"]])
@pytest.mark.parametrize(
    "function",
    [
        matrix.shape,
        matrix.copy,
        matrix.zeros_like,
        matrix.transpose,
        matrix.argmax,
        matrix.array2string,
        lambda a: matrix.apply(abs, a),
        lambda a: matrix.add(a, 1),
        lambda a: matrix.dot([1], a),
    ],
)
def test_what_is_neither_number_nor_list_is_an_error_that_says_so(function, a):
    with pytest.raises(TypeError, match="expected a number, or a list of numbers; got"):
        function(a)


def test_zeros_are_floats_in_the_given_dimensions():
    assert matrix.zeros() == 0.0
    assert matrix.zeros(3) == [0.0, 0.0, 0.0]
    assert matrix.zeros(2, 1, 2) == [[[0.0, 0.0]], [[0.0, 0.0]]]
    assert matrix.zeros(0) == []
    assert isinstance(matrix.zeros(1)[0], float)


def test_rows_of_zeros_are_different_lists():
    a = matrix.zeros(2, 2)
    a[0][0] = 1.0
    assert a == [[1.0, 0.0], [0.0, 0.0]]


@pytest.mark.parametrize("dims", [(-1,), (2, -1), (-1, 2), ((2, 3),), (2.0,), ("2", 3)])
def test_a_dimension_that_is_no_length_is_an_error(dims):
    for function in matrix.zeros, matrix.randn:
        with pytest.raises(ValueError, match=r"as in zeros\(2, 3\); got"):
            function(*dims)


def test_zeros_like_has_the_shape_of_its_argument_and_holds_floats():
    zeros = matrix.zeros_like([[1, 2], [3], 4])
    assert zeros == [[0.0, 0.0], [0.0], 0.0]
    assert isinstance(zeros[2], float)


def test_randn_repeats_after_the_same_seed():
    random.seed(3)
    first = matrix.randn(2, 3)
    random.seed(3)
    assert matrix.randn(2, 3) == first
    assert matrix.shape(first) == (2, 3)
    assert len({number for row in first for number in row}) == 6


def test_randn_is_gaussian():
    random.seed(0)
    numbers = matrix.randn(20000)
    assert abs(sum(numbers) / 20000) < 0.02
    assert abs(sum(n * n for n in numbers) / 20000 - 1) < 0.03
    for limit, share in (0.5, 0.3829), (1, 0.6827), (2, 0.9545), (3, 0.9973):
        within = sum(-limit < n < limit for n in numbers) / 20000
        assert abs(within - share) < 0.01


def test_gaussians_never_take_the_logarithm_of_zero(monkeypatch):
    monkeypatch.setattr(random, "random", lambda: 0.0)
    assert matrix.randn(2) == [0.0, 0.0]
    assert SimpleNet().W == [[0.0, 0.0, 0.0], [0.0, 0.0, 0.0]]


def test_copy_shares_no_list_with_the_original():
    a = [[1, 2.5], [3], 4]
    b = matrix.copy(a)
    assert b == a
    b[0][0] = b[1][0] = b[2] = 9
    assert a == [[1, 2.5], [3], 4]


def test_apply_reaches_every_number_of_any_shape():
    assert matrix.apply(lambda n: 2 * n, 3) == 6
    assert matrix.apply(lambda n: 2 * n, [[1, 2], [[3]], 4]) == [[2, 4], [[6]], 8]


@pytest.mark.parametrize(
    "function, results",
    [
        (matrix.add, [[5, 8], [[11, 22], [33, 44]], [13, 15], [13, 15], 13]),
        (matrix.subtract, [[1, 4], [[9, 18], [27, 36]], [-7, -5], [7, 5], 7]),
        (matrix.multiply, [[6, 12], [[10, 40], [90, 160]], [30, 50], [30, 50], 30]),
    ],
)
def test_arithmetic_is_number_by_number(function, results):
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


@pytest.mark.parametrize("function", [matrix.add, matrix.subtract, matrix.multiply])
@pytest.mark.parametrize("a, b", [([1, 2], [1, 2, 3]), (A, [1, 2, 3]), ([1], [[1]])])
def test_arithmetic_on_shapes_that_differ_is_an_error_that_names_both(function, a, b):
    with pytest.raises(ValueError) as caught:
        function(a, b)
    assert str(matrix.shape(a)) in str(caught.value)
    assert str(matrix.shape(b)) in str(caught.value)


def test_transpose_turns_rows_into_columns():
    assert matrix.transpose(A) == [[1, 4], [2, 5], [3, 6]]
    assert matrix.transpose([[1]]) == [[1]]


@pytest.mark.parametrize("a", [1, [1, 2], [], [[[1]]]])
def test_transpose_takes_a_matrix_alone(a):
    with pytest.raises(ValueError, match=r"expected a matrix; got shape \("):
        matrix.transpose(a)


@pytest.mark.parametrize(
    "v, index",
    [
        ([5], 0),
        ([1, 3, 2], 1),
        ([3, 1, 3], 0),
        ([-3, -1, -2], 1),
        ([1, NAN, 2, NAN], 1),
        ([-INF, INF], 1),
    ],
)
def test_argmax_is_the_first_index_of_the_largest(v, index):
    assert matrix.argmax(v) == index


@pytest.mark.parametrize("v", [[], 3, [[1, 2]]])
def test_argmax_takes_a_vector_that_is_not_empty(v):
    with pytest.raises(ValueError, match="argmax: expected a vector"):
        matrix.argmax(v)


THREE_LINES = """\
[ 0  1  2  3  4  5  6  7  8  9 10 11 12 13 14 15 16 17 18 19 20 21 22 23
 24 25 26 27 28 29 30 31 32 33 34 35 36 37 38 39 40 41 42 43 44 45 46 47
 48 49 50 51 52 53 54 55 56 57 58 59]"""


@pytest.mark.parametrize(
    "a, text",  # each text is NumPy's
    [
        (3, "3"),
        (-2.5, "-2.5"),
        (3.0, "3."),
        ([], "[]"),
        ([[], []], "[]"),
        ([1, -20, 300], "[  1 -20 300]"),
        ([1, 2.5], "[1.  2.5]"),
        ([0.1, -1.0, 10.25], "[ 0.1  -1.   10.25]"),
        ([1 / 3, 2 / 3, 1.0], "[0.33333333 0.66666667 1.        ]"),
        ([-6.11110793e-10, 8.148144e-10], "[-6.11110793e-10  8.14814400e-10]"),
        ([-2.589837473e13, -1.295e12], "[-2.58983747e+13 -1.29500000e+12]"),
        ([99999999.0, 1e6], "[99999999.  1000000.]"),
        ([80000000.1], "[80000000.1]"),
        ([100000000.0, 1e6], "[1.e+08 1.e+06]"),
        ([0.0001, 0.01], "[0.0001 0.01  ]"),
        ([0.00009, 0.01], "[9.e-05 1.e-02]"),
        ([1.0, 1000.0], "[   1. 1000.]"),
        ([1.0, 1000.5], "[1.0000e+00 1.0005e+03]"),
        ([0.0, -0.0], "[ 0. -0.]"),
        ([0.0, 1e-5], "[0.e+00 1.e-05]"),
        ([NAN, 1.5, -2.0], "[ nan  1.5 -2. ]"),
        ([-INF, 1.25], "[-inf 1.25]"),
        ([NAN, INF], "[nan inf]"),
        ([NAN, 1e10, -INF], "[   nan 1.e+10   -inf]"),
        ([1e100, 1e-10], "[1.e+100 1.e-010]"),
        ([[1.0, 2.0], [3.5, 40.0]], "[[ 1.   2. ]\n [ 3.5 40. ]]"),
        ([[[1], [2]], [[3], [4]]], "[[[1]\n  [2]]\n\n [[3]\n  [4]]]"),
        ([7] * 37, "[" + "7 " * 36 + "7]"),
        ([7] * 38, "[" + "7 " * 36 + "7\n 7]"),
        ([[7] * 36], "[[" + "7 " * 35 + "7]]"),
        ([[7] * 37], "[[" + "7 " * 35 + "7\n  7]]"),
        ([10] * 25, "[" + "10 " * 23 + "10\n 10]"),
        ([7] * 80, "[" + "7 " * 36 + "7\n " + "7 " * 36 + "7\n 7 7 7 7 7 7]"),
        (list(range(60)), THREE_LINES),
        ([0.5] + [7.0] * 18, "[0.5" + " 7. " * 16 + " 7.\n 7. ]"),
    ],
)
def test_array2string_is_the_text_that_numpy_prints(a, text):
    assert matrix.array2string(a) == text


def test_array2string_rounds_to_the_given_digits():
    assert matrix.array2string([1 / 3, 2 / 3, 10.0], 2) == "[ 0.33  0.67 10.  ]"
    assert matrix.array2string([1 / 3, 2e-10], digits=3) == "[3.333e-01 2.000e-10]"
    assert matrix.array2string([0.25, 12.0], digits=0) == "[ 0. 12.]"


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


def sum_of_cubes(x):
    return sum(sum_of_cubes(v) if isinstance(v, list) else v**3 for v in x)


@pytest.mark.parametrize(
    "f, x, by_hand",
    [
        (lambda x: 7, [1.0], [0.0]),
        (lambda x: 3 * x[0] - 2 * x[1], [5.0, 6.0], [3.0, -2.0]),
        (lambda x: x[0] * x[1] * x[2], [2, 3, 5], [15, 10, 6]),
        (lambda x: math.sin(x[0]) * x[1], [0.0, 2.0], [2.0, 0.0]),
        (
            lambda W: W[0][0] * W[1][1] - W[0][1] * W[1][0],
            [[1, 2], [3, 4]],
            [[4, -3], [-2, 1]],
        ),
        (sum_of_cubes, [[[1.0], [2.0]], [[-1.0], [0.5]]], [[[3], [12]], [[3], [0.75]]]),
        (
            sum_of_cubes,
            [[[1.0, 2.0], [3.0]], 1.0, [], [[[2.0]]]],
            [[[3, 12], [27]], 3, [], [[[12]]]],
        ),
        (sum_of_cubes, [], []),
    ],
)
def test_the_numerical_gradient_is_the_one_worked_out_by_hand(f, x, by_hand):
    assert close(numerical_gradient(f, x), by_hand)
    assert check_grad(f, lambda x: by_hand, x) < 1e-7


def test_each_number_is_moved_by_h_to_either_side_and_no_other():
    seen = []

    def f(x):
        seen.append(stdlib_copy.deepcopy(x))
        return 0

    numerical_gradient(f, [8, [2, [1]]], h=0.5)
    assert seen == [
        [8.5, [2, [1]]],
        [7.5, [2, [1]]],
        [8, [2.5, [1]]],
        [8, [1.5, [1]]],
        [8, [2, [1.5]]],
        [8, [2, [0.5]]],
    ]


def test_the_difference_is_central_and_h_is_its_half_width():
    cube = lambda x: x[0] ** 3  # (f(x + h) - f(x - h)) / 2h is 3x^2 + h^2
    assert numerical_gradient(cube, [2.0], h=1.0) == [13.0]
    assert numerical_gradient(cube, [2], h=1) == [13.0]
    assert numerical_gradient(lambda x: cube(x[0]), [[2.0]], h=0.5) == [[12.25]]
    assert close(numerical_gradient(cube, [0.0]), [1e-8], error=1e-15)


def test_f_may_ignore_its_argument_and_read_x_from_elsewhere():
    x = [[3.0], [4.0]]
    assert close(numerical_gradient(lambda ignored: x[0][0] * x[1][0], x), [[4], [3]])


def test_f_is_given_the_whole_point_itself():
    x = [[1.0, [2.0]], 3.0]
    assert numerical_gradient(lambda given: 0.0 if given is x else NAN, x) == [
        [0.0, [0.0]],
        0.0,
    ]


@pytest.mark.parametrize("failing_call", range(8))
def test_x_is_put_back_when_f_raises(failing_call):
    calls = []

    def f(x):
        calls.append(x)
        if len(calls) == failing_call + 1:
            raise ZeroDivisionError("mine")
        return 0.0

    x = [0.1, [2, 0.7], [[10**30]]]
    inner = x[1]
    with pytest.raises(ZeroDivisionError, match="mine"):
        numerical_gradient(f, x)
    assert len(calls) == failing_call + 1
    assert x == [0.1, [2, 0.7], [[10**30]]]
    assert x[1] is inner and isinstance(inner[0], int) and isinstance(x[2][0][0], int)


def test_x_is_as_it_was_and_the_gradient_is_a_new_list():
    x = [0.1, 2, [0.3]]
    grad = numerical_gradient(lambda x: x[0] + x[1] + x[2][0], x)
    assert x == [0.1, 2, [0.3]] and isinstance(x[1], int)
    assert grad is not x and grad[2] is not x[2]


@pytest.mark.parametrize("x", [(1.0, 2.0), "12", None, 3.0, 1j, FakeArray(), {1: 2.0}])
def test_a_point_or_a_member_that_is_no_list_is_an_error_that_says_so(x):
    with pytest.raises(TypeError, match="expected a list of numbers") as caught:
        numerical_gradient(lambda x: 0.0, x)
    assert repr(x) in str(caught.value)
    if not isinstance(x, float):
        with pytest.raises(TypeError, match="expected a list of numbers"):
            numerical_gradient(lambda x: 0.0, [1.0, [2.0, x]])


@pytest.mark.parametrize("value", [None, "1", [1.0], (1.0,), FakeArray(), 1j, {}])
def test_an_f_that_returns_no_number_is_an_error_that_says_so(value):
    with pytest.raises(TypeError, match="f must return one number; got") as caught:
        numerical_gradient(lambda x: value, [1.0, 2.0])
    assert repr(value) in str(caught.value)
    x = [[1.0]]
    with pytest.raises(TypeError, match="f must return one number"):
        numerical_gradient(lambda w: value, x)
    assert x == [[1.0]]


def test_an_f_that_returns_nothing_for_some_x_is_an_error_that_shows_both():
    with pytest.raises(TypeError, match="f must return one number; got 2.0 and None"):
        numerical_gradient(lambda x: 2.0 if x[0] > 1 else None, [1.0])
    with pytest.raises(TypeError, match="f must return one number; got"):
        numerical_gradient(lambda x: 2.0 if x[1] == 5 else FakeArray(), [1.0, 5.0])


@pytest.mark.parametrize("h", [0, 0.0, -1e-4, NAN])
def test_an_h_that_is_not_above_zero_is_an_error(h):
    with pytest.raises(ValueError, match="h must be more than 0; got"):
        numerical_gradient(function_2, [1.0, 2.0], h)
    with pytest.raises(ValueError, match="h must be more than 0; got"):
        numerical_gradient(function_2, [], h)


def test_where_floats_lie_wider_apart_than_h_the_gradient_is_zero():
    assert numerical_gradient(function_2, [1e13, 1e10])[0] == 0.0
    assert abs(numerical_gradient(function_2, [0.0, 1e10])[1] - 2e10) < 2e9


def test_function_2_is_the_sum_of_squares():
    assert function_2([3.0, 4.0]) == 25.0
    assert function_2([-1, 2]) == 5


@pytest.mark.parametrize(
    "by_hand, difference",
    [
        ([6.0, 8.0], 0.0),
        ([6.0, 4.0], 0.5),
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


def test_check_grad_reaches_every_depth():
    f = lambda x: x[0][0] ** 2 + x[1]
    assert check_grad(f, lambda x: [[2 * x[0][0]], 1.0], [[3.0], 4.0]) < 1e-9
    assert check_grad(f, lambda x: [[x[0][0]], 1.0], [[3.0], 4.0]) > 0.4
    assert check_grad(f, lambda x: [[2 * x[0][0]], 2.0], [[3.0], 4.0]) > 0.4


def test_check_grad_holds_small_slopes_against_1e_4():
    cube = lambda x: x[0] ** 3
    assert check_grad(cube, lambda x: [0.0], [0.0]) == pytest.approx(1e-4)
    assert check_grad(lambda x: x[0] / 1e4, lambda x: [3e-4], [1.0]) == pytest.approx(
        2 / 3
    )
    assert check_grad(function_2, lambda x: [0.0, 0.0], [0.0, 0.0]) == 0.0
    assert check_grad(function_2, lambda x: [], []) == 0.0


@pytest.mark.parametrize(
    "by_hand", [[6.0], [6.0, 8.0, 0.0], [[6.0], 8.0], (6.0, 8.0), 6.0, None]
)
def test_a_gradient_of_another_shape_than_x_is_an_error(by_hand):
    with pytest.raises(
        ValueError, match="grad.x. must be shaped like x; got"
    ) as caught:
        check_grad(function_2, lambda x: by_hand, [3.0, 4.0])
    wrong = [6.0] if by_hand == [[6.0], 8.0] else by_hand
    assert f"got {wrong!r}, measured " in str(caught.value)


FIGURE_4_9 = """\
     x1
      2  ↘↘↘ ↘↘↘ ↘↘↘ ↓↓↓ ↓↓↓ ↓↓↓ ↙↙↙ ↙↙↙ ↙↙↙

    1.5  ↘↘↘ ↘↘↘  ↘↘  ↓↓  ↓↓  ↓↓  ↙↙ ↙↙↙ ↙↙↙

      1  ↘↘↘  ↘↘  ↘↘  ↘↘  ↓↓  ↙↙  ↙↙  ↙↙ ↙↙↙

    0.5  →→→  →→  ↘↘  ↘   ↓   ↙   ↙↙  ←← ←←←

      0  →→→  →→  →→  →   ·   ←   ←←  ←← ←←←

   -0.5  →→→  →→  ↗↗  ↗   ↑   ↖   ↖↖  ←← ←←←

     -1  ↗↗↗  ↗↗  ↗↗  ↗↗  ↑↑  ↖↖  ↖↖  ↖↖ ↖↖↖

   -1.5  ↗↗↗ ↗↗↗  ↗↗  ↑↑  ↑↑  ↑↑  ↖↖ ↖↖↖ ↖↖↖

     -2  ↗↗↗ ↗↗↗ ↗↗↗ ↑↑↑ ↑↑↑ ↑↑↑ ↖↖↖ ↖↖↖ ↖↖↖

         -2      -1      0       1       2       x0"""


def test_quiver_draws_figure_4_9():
    assert quiver(function_2) == FIGURE_4_9


def test_quiver_draws_a_saddle():
    assert (
        quiver(lambda x: x[0] ** 2 - x[1] ** 2, (-4, 4), (-2, 2), rows=3)
        == """\
     x1
      2  ↗↗↗  ↗↗  ↑↑  ↖↖ ↖↖↖

      0  →→→  →→  ·   ←← ←←←

     -2  ↘↘↘  ↘↘  ↓↓  ↙↙ ↙↙↙

         -4      0       4       x0"""
    )


def test_quiver_has_a_dot_where_f_is_flat_and_a_blank_where_it_is_not_finite():
    def f(x):
        if x[0] > 1.5 or x[1] < -1.5:
            return NAN
        return max(0.0, x[0]) if x[1] < 1.5 else INF

    assert (
        quiver(f, rows=5)
        == """\
     x1
      2

      1   ·   ·   ←← ←←←

      0   ·   ·   ←← ←←←

     -1   ·   ·   ←← ←←←

     -2

         -2      0       2       x0"""
    )


def test_quiver_and_contour_meet_zero_where_it_lies_between_their_limits():
    for draw in quiver, lambda f, *size: contour(f, [], *size):
        text = draw(function_2, (-0.1, 0.2), (-0.1, 0.2), 4)
        labels = [line[:8].strip() for line in text.splitlines()[1:-1]]
        assert [label for label in labels if label] == ["0.2", "0.1", "0", "-0.1"]


def test_quiver_of_a_constant_is_all_dots():
    assert (
        quiver(lambda x: 7, rows=2)
        == """\
     x1
      2   ·   ·

     -2   ·   ·

         -2      x0"""
    )


def test_quiver_has_blanks_alone_where_no_gradient_is_finite():
    assert quiver(lambda x: NAN, rows=2).split() == ["x1", "2", "-2", "-2", "x0"]


def test_quiver_measures_its_arrows_by_the_longest_that_is_finite():
    text = quiver(lambda x: INF if x[0] > 0 else -x[0], (-1, 0), (0, 1), rows=2)
    assert text.splitlines()[1] == "      1  →→→"


def test_quiver_has_a_dot_for_what_is_zero_next_to_the_longest_arrow():
    assert quiver(lambda x: 1e-12 * x[0], rows=2).count("←←←") == 4
    for left, symbol in (1.6e-7, "·"), (1.8e-7, "←"):
        text = quiver(lambda x: max(x[0], 0) + left * min(x[0], 0), rows=2)  # noqa: B023
        assert text.splitlines()[1] == f"      2   {symbol}  ←←←"


def test_quiver_takes_a_third_for_a_third_to_six_digits():
    for left, arrows in (1 + 4e-7, " ←  "), (1 + 6e-7, " ←← "):
        text = quiver(lambda x: 3 * max(x[0], 0) + left * min(x[0], 0), rows=2)  # noqa: B023
        assert text.splitlines()[1] == f"      2  {arrows}←←←"


def test_quiver_turns_through_all_eight_directions():
    for k, arrow in enumerate("→↗↑↖←↙↓↘"):
        for nudge in -0.38, 0.0, 0.38:  # up to half an eighth of a turn, 0.39 radians
            angle = k * math.pi / 4 + nudge
            f = lambda x: -x[0] * math.cos(angle) - x[1] * math.sin(angle)  # noqa: B023
            assert quiver(f, rows=2).count(3 * arrow) == 4


def test_quiver_draws_an_arrow_once_twice_or_three_times_by_its_length():
    text = quiver(lambda x: x[0] ** 2, (-6, 6), (0, 1), rows=2)
    assert text.splitlines()[1] == (
        "      1  →→→ →→→  →→  →→  →   →   ·   ←   ←   ←←  ←← ←←← ←←←"
    )


@pytest.mark.parametrize(
    "xlim, ylim, rows, columns",
    [
        ((-2, 2), (-2, 2), 9, 9),
        ((-2, 2), (-2, 2), 3, 3),
        ((0, 1), (0, 2), 9, 5),
        ((0, 2), (0, 1), 5, 9),
        ((0, 100), (0, 1), 5, 16),
        ((0, 0.001), (0, 1), 5, 2),
        ((0, 1.3), (0, 1), 3, 4),
    ],
)
def test_quiver_keeps_the_proportions_within_80_columns(xlim, ylim, rows, columns):
    lines = quiver(lambda x: -x[0], xlim, ylim, rows).splitlines()
    assert [line.count("→→→") for line in lines[1:-1:2]] == [columns] * rows
    assert max(map(len, lines)) <= 80


@pytest.mark.parametrize("draw", [quiver, lambda f, *size: contour(f, [], *size)])
@pytest.mark.parametrize(
    "size",
    [((-2, 2), (-2, 2), 1), ((2, -2), (-2, 2)), ((0, 1), (1, 1)), ((1, 1), (0, 1))],
)
def test_a_figure_without_extent_is_an_error(draw, size):
    with pytest.raises(
        ValueError, match="rows from 2 up, xlim and ylim from low to high"
    ):
        draw(function_2, *size)


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
    assert gradient_descent(function_2, [-3, 4], lr, 100) == end


def test_a_hundred_steps_of_a_hundredth_are_the_default():
    x = gradient_descent(lambda x: x[0] ** 2, [1.0])
    assert close(x, [0.13261955589475], error=1e-9)  # 0.98 ** 100


def test_init_x_itself_is_moved_and_so_are_the_lists_in_it():
    W, b = [[1.0], [2.0]], [3.0]
    row = W[0]
    x = [W, b]
    assert gradient_descent(sum_of_squares, x, lr=0.25, step_num=1) is x
    assert x[0] is W and x[1] is b and W[0] is row
    assert close(x, [[[0.5], [1.0]], [1.5]])


def sum_of_squares(x):
    return sum(sum_of_squares(v) if isinstance(v, list) else v * v for v in x)


def test_no_step_leaves_the_point_where_it_is():
    assert gradient_descent(function_2, [3, 4], step_num=0) == [3, 4]


def test_all_numbers_move_at_once_along_one_gradient():
    x = gradient_descent(lambda x: x[0] * x[1], [1.0, 2.0], lr=1.0, step_num=1)
    assert close(x, [-1.0, 1.0])


def test_the_callback_sees_the_point_after_every_update():
    path, points = [], []

    def callback(x):
        path.append(list(x))
        points.append(x)

    x = [8.0]
    gradient_descent(lambda x: x[0] ** 2, x, 0.25, 3, callback)
    assert close(path, [[4.0], [2.0], [1.0]])
    assert all(point is x for point in points)


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
        lambda x: math.exp(x[0] ** 2),
        lambda x: x[0] ** 3 if x[0] > -1e3 else 1e308 * x[0] * 1e-4,
    ],
)
def test_a_step_out_of_the_finite_numbers_is_an_error_that_names_step_and_lr(f):
    path = []
    x = [1.0]
    with pytest.raises(
        OverflowError, match=r"step (\d+) with lr=7.0 .*a smaller lr may help"
    ) as caught:
        gradient_descent(f, x, 7.0, 50, lambda x: path.append(x[0]))
    assert f"step {len(path) + 1} " in str(caught.value)
    assert path and x == [path[-1]] and math.isfinite(x[0])
    assert isinstance(caught.value.__cause__, OverflowError)


def test_the_last_finite_point_is_whole_when_only_its_last_number_overflows():
    x = [1.0, [2.0, 3.0]]
    with pytest.raises(OverflowError, match="step 1 "):
        gradient_descent(lambda x: x[0] + x[1][0] + 1e300 * x[1][1], x, lr=1e10)
    assert x == [1.0, [2.0, 3.0]]


def test_a_nan_in_the_start_is_an_error():
    with pytest.raises(OverflowError, match="step 1 with lr=0.01"):
        gradient_descent(function_2, [1.0, NAN])


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


@pytest.mark.parametrize("x", [(1.0, 2.0), "12", None, [1.0, 2.0, (2.0,)]])
def test_descent_from_what_is_no_point_is_an_error_that_says_so(x):
    with pytest.raises(TypeError, match="expected a list of numbers"):
        gradient_descent(function_2, x)
    with pytest.raises(TypeError, match="f must return one number"):
        gradient_descent(lambda x: None, [1.0])


def test_contour_draws_figure_4_10():
    path = [[-3.0, 4.0]]
    gradient_descent(
        function_2, [-3.0, 4.0], lr=0.1, callback=lambda x: path.append(list(x))
    )
    assert (
        contour(function_2, path)
        == """\
     x1
    4.5  ###*****+++++++++++++*****###
      4  #*S*++++=============++++***#
    3.5  *+++=====-----------=====+++*
      3  ++==o=------:::::------====++
    2.5  ===---o-:::::::::::::-----===
      2  ==---:::o::.......::::::---==
    1.5  =---::::.oo..........::::---=
      1  ---::::....o..........::::---
    0.5  --::::......oo.........::::--
      0  --::::.......oE........::::--
   -0.5  --::::.................::::--
     -1  ---::::...............::::---
   -1.5  =---::::.............::::---=
     -2  ==---::::::.......::::::---==
   -2.5  ===-----:::::::::::::-----===
     -3  ++====------:::::------====++
   -3.5  *+++=====-----------=====+++*
     -4  #***++++=============++++***#
   -4.5  ###*****+++++++++++++*****###
         -3.5    -1.5    0.5     2.5     x0"""
    )


def test_contour_draws_a_path_over_a_saddle_and_leaves_out_what_lies_outside():
    path = [[1.5, 0.1], [1, 0.2], [9, 0], [-2.1, 0], [0, -2.1], [0, NAN], [INF, 0]]
    path += [[0.2, 1.4], [0, 2], [0, 3]]
    assert (
        contour(lambda x: x[0] ** 2 - x[1] ** 2, path, (-2, 2), (-2, 2), 9)
        == """\
     x1
      2  =-::....o....::-=
    1.5  *+=---:::o:---=+*
      1  #*+===-----===+*#
    0.5  #**++=======++**#
      0  ##*++=======o+S##
   -0.5  #**++=======++**#
     -1  #*+===-----===+*#
   -1.5  *+=---:::::---=+*
     -2  =-::.........::-=
         -2      0       2       x0"""
    )


def test_contour_leaves_blank_what_is_not_finite():
    def f(x):
        if x[0] < 0:
            return NAN if x[1] < 0 else -INF
        return x[0] if x[1] < 1 else INF

    assert (
        contour(f, [], (-1, 2), (-1, 1), 5)
        == """\
     x1
      1
    0.5      ..:-=+*##
      0      ..:-=+*##
   -0.5      ..:-=+*##
     -1      ..:-=+*##
         -1      1       x0"""
    )


def test_contour_is_blank_where_nothing_is_finite_but_for_the_path():
    text = contour(lambda x: NAN, [], rows=2)
    assert text.split() == ["x1", "4.5", "-4.5", "-3.5", "x0"]
    text = contour(lambda x: NAN, [[-1, 1], [1, -1]], (-1, 1), (-1, 1), 2)
    assert text.splitlines()[1:3] == ["      1  S", "     -1    E"]


def test_contour_of_a_constant_is_one_band():
    assert (
        contour(lambda x: 3, [], (-1, 1), (-1, 1), 3)
        == """\
     x1
      1  .....
      0  .....
     -1  .....
         -1      x0"""
    )


def test_the_seven_bands_of_a_contour_have_equal_heights():
    text = contour(lambda x: x[0], [], (0, 63), (0, 1), 2)
    assert (
        text.splitlines()[1]
        == "      1  " + "".join(9 * sign for sign in ".:-=+*#") + "#"
    )


def test_start_and_end_are_seen_where_points_share_a_cell():
    draw = lambda path: contour(lambda x: 0, path, (0, 1), (0, 1), 2)
    assert draw([[0, 0]]).count("S") == 1
    assert draw([[0, 0], [0, 0], [0, 0.1]]).splitlines()[2] == "      0  S.."
    assert draw([[0, 0], [1, 0], [1, 0.1]]).splitlines()[2] == "      0  S.E"
    assert draw([[0, 0], [0.5, 0.1], [1, 0.1]]).splitlines()[2] == "      0  SoE"


@pytest.mark.parametrize(
    "xlim, ylim, rows, columns",
    [
        ((-2, 2), (-2, 2), 9, 17),
        ((0, 1), (0, 2), 9, 9),
        ((0, 100), (0, 1), 9, 64),
        ((0, 0.001), (0, 1), 9, 2),
        ((0, 1.4), (0, 1), 3, 7),
    ],
)
def test_contour_keeps_the_proportions_within_80_columns(xlim, ylim, rows, columns):
    lines = contour(lambda x: 0, [], xlim, ylim, rows).splitlines()
    assert [line.count(".") for line in (line[9:] for line in lines[1:-1])] == [
        columns
    ] * rows
    assert max(map(len, lines)) <= 80


# --- simplenet.py ---------------------------------------------------------------------

W = [[0.47355232, 0.9977393, 0.84668094], [0.85557411, 0.03563661, 0.69422093]]
X = [0.6, 0.9]
T = [0, 0, 1]
DW = [[0.21924763, 0.14356247, -0.36281009], [0.32887144, 0.21534370, -0.54421514]]


def test_the_net_of_the_chapter():
    net = SimpleNet(W)
    assert close(net.predict(X), [1.05414809, 0.63071653, 1.1328074], error=5e-9)
    assert matrix.argmax(net.predict(X)) == 2
    assert close(net.loss(X, T), 0.92806854, error=5e-9)
    assert close(numerical_gradient(lambda W: net.loss(X, T), net.W), DW, error=5e-8)
    assert close(net.gradient(X, T), DW, error=5e-9)


def test_the_chapters_spelling_of_the_net():
    assert simplenet.simpleNet is SimpleNet


def test_a_net_keeps_the_given_weights_themselves():
    given = [[1.0, 2.0]]
    assert SimpleNet(given).W is given


def test_a_net_without_weights_is_2x3_and_gaussian_and_repeats_after_the_same_seed():
    random.seed(5)
    first = SimpleNet().W
    random.seed(5)
    assert SimpleNet().W == first
    random.seed(5)
    assert matrix.randn(2, 3) == first


@pytest.mark.parametrize(
    "weights",
    [
        [],
        [[]],
        [1.0, 2.0],
        [[1.0], [1.0, 2.0]],
        [[1.0], 2.0],
        ([1.0], [2.0]),
        [(1.0,)],
        7,
    ],
)
def test_weights_that_are_no_matrix_are_an_error_that_says_so(weights):
    with pytest.raises(ValueError, match="W must be a list of equally long lists; got"):
        SimpleNet(weights)


def test_one_list_as_two_rows_of_weights_is_an_error_that_says_so():
    with pytest.raises(ValueError, match="W has one list as two rows"):
        SimpleNet([[0.0] * 3] * 2)


BATCH = [[0.6, 0.9], [-1.0, 2.0], [0.0, 0.0]]
ANSWERS = [2, 0, 1]
ONE_HOT = [[0, 0, 1], [1, 0, 0], [0, 1, 0]]


def test_predict_is_the_product_of_x_and_weights():
    net = SimpleNet([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]])
    assert net.predict([10, 1]) == [14.0, 25.0, 36.0]
    assert net.predict([[10, 1], [0, 2]]) == [[14.0, 25.0, 36.0], [8.0, 10.0, 12.0]]


def test_the_scores_are_added_from_left_to_right():
    net = SimpleNet([[1.0] for _ in range(10)])
    assert net.predict([0.1] * 10) == [0.9999999999999999]


@pytest.mark.parametrize("x", [[0.6], [0.6, 0.9, 0.1], [[0.6, 0.9], [0.6]]])
def test_a_sample_that_does_not_fit_the_weights_is_an_error_that_says_so(x):
    net = SimpleNet(W)
    t = [0] * len(x) if isinstance(x[0], list) else 0
    for call in net.predict, lambda x: net.loss(x, t), lambda x: net.gradient(x, t):
        with pytest.raises(
            ValueError, match="x must have 2 numbers, one per row of W; got"
        ):
            call(x)


@pytest.mark.parametrize(
    "a", [(0.6, 0.9), "ab", None, 0.6, FakeArray(), [[0.6, 0.9], (1, 2)]]
)
def test_what_is_no_list_is_no_sample_and_no_scores(a):
    net = SimpleNet(W)
    for call in (
        net.predict,
        softmax,
        log_softmax,
        lambda a: net.loss(a, [0, 0] if isinstance(a, list) else 0),
        lambda a: net.gradient(a, [0, 0] if isinstance(a, list) else 0),
        lambda a: cross_entropy_error(
            [[0.5, 0.5], a[1]] if isinstance(a, list) else a, [0, 0]
        ),
    ):
        with pytest.raises(TypeError, match="expected a list, of numbers or of such"):
            call(a)


@pytest.mark.parametrize(
    "z, y",
    [
        ([0.0], [1.0]),
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
    assert (
        log_softmax([0.0, -40.0])[0] == -math.exp(-40.0)
        or log_softmax([0.0, -40.0])[0] == 0
    )


def test_softmax_and_log_softmax_add_from_left_to_right_on_every_python():
    z = [0.0] + [-2.3025850929940455] * 10  # 1 and ten times 0.1, which sum() may mend
    assert softmax(z)[0] == 0.4999999999999998
    assert log_softmax(z)[1] == -2.9957322735539913


def test_nan_in_the_scores_stays_visible():
    assert all(map(math.isnan, softmax([1.0, NAN, 2.0])))
    assert all(map(math.isnan, log_softmax([1.0, NAN, 2.0])))
    assert math.isnan(SimpleNet([[1.0, NAN]]).loss([1.0], 0))


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


def test_the_error_of_a_certain_right_answer_is_zero_and_not_below():
    assert str(cross_entropy_error([0.0, 1.0], 1)) == "0.0"
    assert str(SimpleNet([[0.0, 900.0]]).loss([1.0], 1)) == "0.0"


@pytest.mark.parametrize("y", [[0.2, 1.1], [0.5, -0.1], [0.5, NAN], [2, -1]])
def test_what_is_no_probability_is_an_error_that_says_so(y):
    with pytest.raises(
        ValueError, match="y must be probabilities, as softmax gives them"
    ):
        cross_entropy_error(y, 0)


@pytest.mark.parametrize(
    "t",
    [
        -1,
        3,
        1.0,
        None,
        "2",
        (0, 0, 1),
        [],
        [0, 1],
        [0, 0, 0, 1],
        [0, 0, 0],
        [1, 0, 1],
        [2, -1, 0],
        [-1, 1, 1],
        [0, 0, 0.9999985],
        [0, 0, 1.0000015],
        [NAN, 0, 1],
        [0, 1, NAN],
        [[0, 0, 1], [0, 1, 0], [1, 0, 0]],
        ["0", "0", "1"],
    ],
)
def test_a_label_that_is_not_there_is_an_error_that_says_what_would_be(t):
    net = SimpleNet(W)
    for call in (
        lambda: net.loss(X, t),
        lambda: net.gradient(X, t),
        lambda: net.loss([X, X], [0, t]),
        lambda: net.gradient([X, X], [0, t]),
        lambda: cross_entropy_error([0.2, 0.3, 0.5], t),
    ):
        with pytest.raises(
            ValueError, match="t must be a class from 0 to 2, or 3 prob"
        ):
            call()


def test_every_class_and_probabilities_that_are_rounded_are_good_labels():
    net = SimpleNet(W)
    for t in 0, 1, 2, [0.1, 0.2, 0.7], [1 / 3] * 3, [0.3333333] * 3:
        assert net.loss(X, t) > 0


@pytest.mark.parametrize("t", [2, None, [], [0, 1], [0, 1, 2, 0], (0, 1, 2), "012"])
def test_a_batch_with_another_number_of_answers_is_an_error_that_says_so(t):
    net = SimpleNet(W)
    for call in (
        lambda: net.loss(BATCH, t),
        lambda: net.gradient(BATCH, t),
        lambda: cross_entropy_error([[0.5, 0.5]] * 3, t),
    ):
        with pytest.raises(ValueError, match="a batch of 3 needs as many answers; got"):
            call()


@pytest.mark.parametrize("a", [[], [[]]])
def test_what_is_empty_is_an_error_that_says_so(a):
    net = SimpleNet(W)
    for call in (
        net.predict,
        softmax,
        log_softmax,
        lambda a: net.loss(a, a),
        lambda a: net.gradient(a, a),
        lambda a: cross_entropy_error(a, a),
    ):
        with pytest.raises(ValueError, match=r"at least one number; got \[\]"):
            call(a)


def test_the_loss_of_a_batch_is_the_mean_of_the_losses():
    net = SimpleNet(W)
    one, two, three = [net.loss(x, t) for x, t in zip(BATCH, ANSWERS)]
    assert net.loss(BATCH, ANSWERS) == (one + two + three) / 3
    assert net.loss(BATCH, ONE_HOT) == (one + two + three) / 3
    assert net.loss([X], [2]) == net.loss(X, 2) == net.loss(X, T)


@pytest.mark.parametrize(
    "scores, t, loss",
    [
        ([-431.0, 279.0, 427.0], 0, 858.0),
        ([-431.0, 279.0, 427.0], 1, 148.0),
        ([-431.0, 279.0, 427.0], 2, 0.0),
        ([1e300, -1e300], 1, 2e300),
        ([700.0, 0.0], [0.5, 0.5], 350.0),
    ],
)
def test_the_loss_is_right_for_any_finite_scores(scores, t, loss):
    assert SimpleNet([scores]).loss([1.0], t) == loss


def test_the_loss_is_the_cross_entropy_error_of_the_probabilities():
    net = SimpleNet(W)
    for t in 0, 1, [0.2, 0.3, 0.5]:
        assert close(
            net.loss(X, t), cross_entropy_error(softmax(net.predict(X)), t), 1e-15
        )


@pytest.mark.parametrize(
    "x, t",
    [
        (X, 0),
        (X, [0, 1, 0]),
        (X, [0.2, 0.3, 0.5]),
        ([0, 1], 1),
        (BATCH, ANSWERS),
        (BATCH, ONE_HOT),
        (BATCH, [[0.2, 0.3, 0.5], 0, 2]),
    ],
)
def test_the_gradient_of_the_net_is_what_the_numerical_gradient_measures(x, t):
    net = SimpleNet([list(row) for row in W])
    assert close(
        net.gradient(x, t), numerical_gradient(lambda W: net.loss(x, t), net.W)
    )
    assert net.W == W


def test_the_gradient_is_x_times_y_minus_t_and_of_a_batch_the_mean():
    net = SimpleNet([[0.0, 0.0], [0.0, 0.0]])
    assert net.gradient([1.0, 2.0], 0) == [[-0.5, 0.5], [-1.0, 1.0]]
    assert net.gradient([[1.0, 2.0], [4.0, 0.0]], [0, 1]) == [
        [0.75, -0.75],
        [-0.5, 0.5],
    ]


# --- all of them ----------------------------------------------------------------------


def test_descent_trains_the_net_of_the_chapter_in_place():
    net = SimpleNet([list(row) for row in W])
    f = lambda W: net.loss(X, T)
    assert gradient_descent(f, net.W, lr=1.0, step_num=100) is net.W
    assert close(net.loss(X, T), 0.0056971966, error=1e-8)
    assert matrix.argmax(net.predict(X)) == 2


def test_two_layers_learn_xor():
    samples, answers = [[0, 0], [0, 1], [1, 0], [1, 1]], [0, 1, 1, 0]

    def predict(point):
        W1, b1, W2, b2 = point
        scores = []
        for x in samples:
            hidden = matrix.apply(math.tanh, matrix.add(matrix.dot(x, W1), b1))
            scores.append(matrix.add(matrix.dot(hidden, W2), b2))
        return scores

    def loss(point):
        return cross_entropy_error(softmax(predict(point)), answers)

    point = [[[1.0, -1.0, 0.5], [-1.0, 1.0, 0.5]], [0.0, 0.1, 0.2]]
    point += [[[1.0, -1.0], [0.5, -0.5], [-0.5, 0.5]], [0.0, 0.0]]
    assert loss(point) > 0.5
    gradient_descent(loss, point, lr=1.0, step_num=100)
    assert loss(point) < 0.1
    assert [matrix.argmax(scores) for scores in predict(point)] == answers


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
        command = (sys.executable, "-B") + arguments
        out = subprocess.check_output(
            command, cwd=str(tmp_path), stderr=subprocess.STDOUT
        )
        return out.decode("utf-8").splitlines()

    assert run("-c", "import " + name[:-3]) == []
    lines = run("-I", "-X", "utf8", name)
    assert len(lines) > 20 and max(map(len, lines)) <= 80
    assert os.listdir(str(tmp_path)) == [name]


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.__name__)
def test_the_examples_in_a_docstring_run(module):
    failed, attempted = doctest.testmod(module)
    assert attempted > 3 and failed == 0


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.__name__)
def test_every_public_function_has_a_docstring_with_an_example(module):
    for name, value in vars(module).items():
        if callable(value) and not name.startswith("_"):
            assert ">>>" in value.__doc__, name


# --- the README and its pictures ------------------------------------------------------


def load_figures():
    path = os.path.join(HERE, ".github", "figures.py")
    spec = importlib.util.spec_from_file_location("figures", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def marks(svg, name):
    """The attributes of all elements of a class, in the order in which they are drawn."""
    return [
        e.attrib for e in ElementTree.fromstring(svg).iter() if e.get("class") == name
    ]


def numbers(text):
    return [float(number) for number in re.findall(r"-?\d+\.\d+", text)]


@pytest.mark.parametrize(
    "name", ["figure-4-9.svg", "figure-4-10.svg", "learning-rates.svg"]
)
def test_a_picture_is_what_the_svg_script_draws_today_and_the_readme_shows_it(name):
    assert source(os.path.join(".github", name)) == load_figures().figures()[name]
    assert re.search(
        r"!\[[^]]{40,}\]\(\.github/" + re.escape(name) + r"\)", source("README.md")
    )


def test_each_svg_arrow_points_down_the_gradient_in_proportion_to_it():
    arrows = [
        numbers(mark["d"])[:4]
        for mark in marks(source(".github/figure-4-9.svg"), "arrow")
    ]
    assert len(arrows) == 11 * 11
    assert {(x0, x1) for x0, x1, _, _ in arrows} == {
        (k / 5, n / 5) for k in range(-10, 11, 2) for n in range(-10, 11, 2)
    }
    longest = max(math.hypot(d0, d1) for _, _, d0, d1 in arrows)
    assert 0.3 < longest < 0.4  # the next point is 0.4 away
    for x0, x1, d0, d1 in arrows:
        assert close([d0, d1], [-x0 * longest / 8**0.5, -x1 * longest / 8**0.5], 1e-4)


def test_each_svg_path_point_is_where_the_descent_was():
    for name, rates in (
        ("figure-4-10", [0.1]),
        ("learning-rates", [0.01, 0.1, 0.9, 1.01]),
    ):
        svg = source(f".github/{name}.svg")
        points = [
            [float(mark["cx"]), float(mark["cy"])] for mark in marks(svg, "point")
        ]
        lines = [numbers(mark["points"]) for mark in marks(svg, "path")]
        expected = []
        for lr, line in zip(rates, lines):
            path = [[-3 * (1 - 2 * lr) ** k, 4 * (1 - 2 * lr) ** k] for k in range(21)]
            assert close([[a, b] for a, b in zip(line[::2], line[1::2])], path, 1e-4)
            expected += path
        assert close(points, expected, 1e-4) and len(lines) == len(rates)


def test_each_point_of_an_svg_contour_has_the_height_of_its_contour():
    for name in "figure-4-10", "learning-rates":
        lines = marks(source(f".github/{name}.svg"), "contour")
        assert {mark["data-level"] for mark in lines} >= {"1", "4", "9", "16", "25"}
        for mark in lines:
            points = numbers(mark["d"])
            assert len(points) > 20
            for x0, x1 in zip(points[::2], points[1::2]):
                assert abs(x0 * x0 + x1 * x1 - float(mark["data-level"])) < 0.03


def test_svg_contours_follow_any_f_and_are_closed_where_they_do_not_leave():
    contours = load_figures().contours
    saddle = contours(lambda x: x[0] * x[1], (-1, 1), (-1, 1), [0.25], cells=20)
    assert len(saddle) == 2 and not any("Z" in path for path in saddle)
    for path in saddle:
        points = numbers(path.split("d=")[-1])
        assert all(abs(a * b - 0.25) < 0.01 for a, b in zip(points[::2], points[1::2]))
        assert {abs(points[0]), abs(points[-2])} == {0.25, 1.0}
    (ring,) = contours(function_2, (-1, 1), (-1, 1), [0.5], cells=20)
    assert ring.count("Z") == 1
    half = contours(
        lambda x: x[0] if x[1] > 0 else NAN, (-1, 1), (-1, 1), [0.25], cells=8
    )
    assert [min(numbers(path.split("d=")[-1])[1::2]) for path in half] == [0.25]


def readme_sessions():
    blocks = re.findall(r"(?ms)^```pycon\n(.*?)^```$", source("README.md"))
    return doctest.DocTestParser().get_doctest("\n".join(blocks), {}, "README", None, 0)


def run_readme(examples, monkeypatch):
    session = readme_sessions()
    session.examples = examples(session.examples)
    monkeypatch.chdir(HERE)
    monkeypatch.setattr(sys, "path", list(sys.path))
    failed, attempted = doctest.DocTestRunner().run(session)
    assert attempted > 60 and failed == 0


def test_the_sessions_of_the_readme_run(monkeypatch):
    numpy = re.compile(r"\b(chapter|chapters_net|np)\b")
    run_readme(lambda all: [e for e in all if not numpy.search(e.source)], monkeypatch)


def test_the_sessions_of_the_readme_run_beside_numpy(monkeypatch):
    pytest.importorskip("numpy")
    run_readme(lambda all: all, monkeypatch)


def test_the_quick_start_of_the_readme_is_two_commands():
    (commands,) = re.findall(
        r"(?ms)^## Quick start$.*?^```sh\n(.*?)^```$", source("README.md")
    )
    assert commands.splitlines()[0] == "python3 simplenet.py"
    assert len(commands.splitlines()) == 2 and commands.endswith("-m pytest\n")
