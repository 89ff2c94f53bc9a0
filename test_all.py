# SPDX-License-Identifier: MIT-0
"""Test what the files promise: python -m pytest

There is a class for each function. To write a function yourself, empty its body and
run, for example, python -m pytest -x -k TestDot. Its tests begin with the simplest
case, and a plain right answer passes them. The tests of checks and special cases are
found by the function's name: -k "Edges and dot", -k "Errors and dot".

Expected numbers come from the book or were worked out by hand.
"""

import ast
import doctest
import importlib
import inspect
import math
import os
import random
import re
import shutil
import subprocess
import sys
import unicodedata

import pytest

HERE = os.path.dirname(os.path.abspath(__file__))
ALL = ["matrix.py", "gradient.py", "descent.py", "simplenet.py"]
FILES = [name for name in ALL if os.path.exists(os.path.join(HERE, name))]

if "matrix.py" in FILES:
    from matrix import *
if "descent.py" in FILES:
    from descent import *
if (
    "gradient.py" in FILES
):  # after descent.py, whose copy of numerical_gradient it hides
    from gradient import *
if "simplenet.py" in FILES:
    from simplenet import *

NAN = math.nan
INF = math.inf


# --- helpers --------------------------------------------------------------------------


def needs(*names):
    """Return a mark that skips a test if one of the files is not here."""
    missing = [name for name in names if not os.path.exists(os.path.join(HERE, name))]
    return pytest.mark.skipif(bool(missing), reason=f"{missing} is not here")


def of_file(name):
    """Return a class whose tests are skipped if a file is not here."""
    return type("TestsOf", (), {"pytestmark": needs(name)})


Matrix, Gradient = of_file("matrix.py"), of_file("gradient.py")
Descent, Net = of_file("descent.py"), of_file("simplenet.py")


def close(a, b, error=1e-7):
    """Return True if a and b have the same shape and differ by at most error."""
    if isinstance(a, list) and isinstance(b, list):
        return len(a) == len(b) and all(close(p, q, error) for p, q in zip(a, b))
    if isinstance(a, (float, int)) and isinstance(b, (float, int)):
        return abs(a - b) <= error
    return False


def read(name):
    """Return the text of a file, without the mark that some editors put before it."""
    with open(os.path.join(HERE, name), encoding="utf-8-sig") as file:
        return file.read()


def check_trace(text, *digits):
    """Check that each line with a calculation gives what stands right of its last =.

    The results are written with so many digits. Return them as a list.
    """
    results = []
    for line in re.sub(r"(?<=\+)\n   |\n   (?= = )", "", text).splitlines():
        parts = line.split(" = ")
        is_number = re.fullmatch(r"[-+.e\d]+|-?inf|nan", parts[-1])
        if len(parts) > 1 and is_number and re.search(r"[-+*/] |exp|log", parts[-2]):
            value = eval(parts[-2], {"exp": math.exp, "log": math.log})
            shown = [f"{value + 0:.{k}g}" for k in digits]
            assert parts[-1] in shown or parts[-1] == f"{value}", line
            results.append(float(parts[-1]))
    assert results, text
    return results


class ndarray:
    """A stand-in for a NumPy array: it computes, but it is not a number or a list."""

    def __add__(self, other):
        return self

    __radd__ = __sub__ = __rsub__ = __mul__ = __rmul__ = __truediv__ = tolist = __add__

    def __repr__(self):
        return "array([[1., 2.],\n       [3., 4.]])"


class float32(ndarray):
    """A stand-in for a NumPy scalar."""


# --- matrix.py ------------------------------------------------------------------------


class TestDot(Matrix):
    def test_two_vectors_of_one_number_give_the_product(self):
        assert dot([2], [3]) == 6

    def test_two_vectors_give_the_sum_of_the_products(self):
        assert dot([1, -2, 0.5], [4, 5, 6]) == -3.0  # 4 - 10 + 3

    def test_a_matrix_times_a_vector_gives_a_number_for_each_row(self):
        assert dot([[1, 2, 3], [4, 5, 6]], [1, 0, 2]) == [7, 16]  # 1 + 6, 4 + 12

    def test_a_vector_times_a_matrix_gives_a_number_for_each_column(self):
        # 10 * 1 + 1 * 4, 10 * 2 + 1 * 5, 10 * 3 + 1 * 6
        assert dot([10, 1], [[1, 2, 3], [4, 5, 6]]) == [14, 25, 36]
        assert dot([10, 1], [[1, 2], [3, 4]]) == [13, 24]

    def test_a_matrix_times_a_matrix_gives_rows_times_columns(self):
        a = [[1, 2, 3], [4, 5, 6]]
        assert dot(a, [[1, 2], [3, 4], [5, 6]]) == [[22, 28], [49, 64]]
        assert dot([[10, 1], [0, 1]], [[1, 2], [3, 4]]) == [[13, 24], [3, 4]]


class TestShape(Matrix):
    def test_a_number_has_the_shape_of_an_empty_tuple(self):
        assert shape(7) == ()
        assert shape(7.5) == ()

    def test_a_vector_has_one_length(self):
        assert shape([5, 6, 7]) == (3,)

    def test_a_matrix_has_two_lengths(self):
        assert shape([[1, 2, 3], [4, 5, 6]]) == (2, 3)

    def test_deeper_lists_have_more_lengths(self):
        assert shape([[[1, 2]], [[3, 4]], [[5, 6]]]) == (3, 1, 2)


class TestTranspose(Matrix):
    def test_one_row_becomes_one_column(self):
        assert transpose([[1, 2]]) == [[1], [2]]

    def test_rows_become_columns(self):
        assert transpose([[1, 2, 3], [4, 5, 6]]) == [[1, 4], [2, 5], [3, 6]]
        assert transpose([[1, 2], [3, 4]]) == [[1, 3], [2, 4]]

    def test_the_rows_are_new_lists(self):
        a = [[1, 2], [3, 4]]
        transpose(a)[0][0] = 9
        assert a == [[1, 2], [3, 4]]


class TestApply(Matrix):
    def test_a_vector_gives_func_of_each_number(self):
        assert apply(abs, [-3, 4.5]) == [3, 4.5]

    def test_a_number_gives_func_of_the_number(self):
        assert apply(abs, -3) == 3

    def test_lists_keep_their_shape(self):
        assert apply(abs, [[-1, -2.5], [[-3]], -4, []]) == [[1, 2.5], [[3]], 4, []]

    def test_the_argument_stays_as_it_is(self):
        a = [[-1], -2]
        apply(abs, a)
        assert a == [[-1], -2]


class TestAdd(Matrix):
    def test_vectors_are_added_number_by_number(self):
        assert add([3, 6.5], [10, -20]) == [13, -13.5]

    def test_a_number_is_added_to_each_number(self):
        assert add([[1, 2], [3, 4]], 10) == [[11, 12], [13, 14]]
        assert add(10, [1, [2]]) == [11, [12]]
        assert add(10, 3) == 13

    def test_lists_of_one_shape_are_added(self):
        assert add([[[1, 2]], [3], 4], [[[5, 6]], [7], 8]) == [[[6, 8]], [10], 12]


class TestSubtract(Matrix):
    def test_vectors_are_subtracted_number_by_number(self):
        assert subtract([3, 6.5], [10, 2]) == [-7, 4.5]

    def test_a_number_is_subtracted_from_each_number(self):
        assert subtract([3, 5], 10) == [-7, -5]

    def test_each_number_is_subtracted_from_a_number(self):
        assert subtract(10, [3, 5]) == [7, 5]


class TestMultiply(Matrix):
    def test_vectors_are_multiplied_number_by_number(self):
        assert multiply([3, 0.5], [10, -2]) == [30, -1.0]

    def test_a_number_multiplies_each_number(self):
        assert multiply([[3], 5], 10) == [[30], 50]
        assert multiply(10, [[3], 5]) == [[30], 50]


class TestAround(Matrix):
    def test_each_number_is_rounded(self):
        assert around([[1.26, -1.24], 3.0], 1) == [[1.3, -1.2], 3.0]
        assert around([1.7, -1.2]) == [2.0, -1.0]

    def test_footnote_2_of_the_chapter(self):
        assert around([6.00000000000378, 7.999999999999119], 8) == [6.0, 8.0]


class TestZeros(Matrix):
    def test_one_length_gives_a_vector(self):
        assert str(zeros(3)) == str(zeros((3,))) == "[0.0, 0.0, 0.0]"

    def test_two_lengths_give_rows_of_zeros(self):
        assert zeros((2, 3)) == [[0.0, 0.0, 0.0], [0.0, 0.0, 0.0]]

    def test_no_two_parts_are_the_same_list(self):
        a = zeros((2, 2, 2))
        a[0][0][0] = 1.0
        assert a == [[[1.0, 0.0], [0.0, 0.0]], [[0.0, 0.0], [0.0, 0.0]]]


class TestZerosLike(Matrix):
    def test_lists_keep_their_shape(self):
        assert zeros_like([[1.5, 2.5], 3.5]) == [[0.0, 0.0], 0.0]

    def test_integers_give_floats(self):
        assert str(zeros_like([1, 2])) == "[0.0, 0.0]"


class TestRandn(Matrix):
    def test_the_result_has_the_given_shape(self):
        a = randn(2, 3)
        assert [len(row) for row in a] == [3, 3]

    def test_the_same_seed_gives_the_same_gaussian_numbers(self):
        random.seed(0)
        numbers = [0.09637157846515239, -0.05850007947614822, -0.9894262130739009]
        assert close(randn(3), numbers, error=1e-12)
        assert not close(randn(3), numbers, error=1e-12)


class TestCopy(Matrix):
    def test_the_copy_is_equal(self):
        assert copy([[1, 2.5], [[3]], 4]) == [[1, 2.5], [[3]], 4]

    def test_a_changed_copy_leaves_the_original_as_it_is(self):
        a = [[1, 2.5], [[3]], 4]
        b = copy(a)
        b[0][0] = b[1][0][0] = b[2] = 9
        assert a == [[1, 2.5], [[3]], 4]


class TestArgmax(Matrix):
    def test_the_largest_number_is_found_at_any_place(self):
        assert argmax([9, 3, 2]) == 0
        assert argmax([1, 3, 2]) == 1
        assert argmax([-3, -2, -1]) == 2

    def test_the_first_of_several_is_found(self):
        assert argmax([1, 3, 3]) == 1


class TestTraceDot(Matrix):
    def test_a_line_for_each_number_of_the_result(self):
        text = "dot[0][0] = 1 * 5 + 2 * 7 = 19\ndot[0][1] = 1 * 6 + 2 * 8 = 22\n"
        text += "dot[1][0] = 3 * 5 + 4 * 7 = 43\ndot[1][1] = 3 * 6 + 4 * 8 = 50"
        assert trace_dot([[1, 2], [3, 4]], [[5, 6], [7, 8]]) == text

    def test_a_vector_has_no_index_in_the_result(self):
        assert trace_dot([1, 2], [3, 4]) == "dot = 1 * 3 + 2 * 4 = 11"
        assert trace_dot([[1, 2]], [3, 4]) == "dot[0] = 1 * 3 + 2 * 4 = 11"
        assert trace_dot([1, 2], [[3], [4]]) == "dot[0] = 1 * 3 + 2 * 4 = 11"

    def test_each_line_is_true(self):
        random.seed(0)
        for _ in range(20):
            a = randn(3, 2)
            b = multiply(1000, randn(2, 2))
            results = check_trace(trace_dot(a, b), 9)
            assert close(results, sum(dot(a, b), []), error=1e-5)

    def test_a_long_line_is_broken(self):
        text = trace_dot([0.123456789] * 9, [0.987654321] * 9)
        assert max(len(line) for line in text.splitlines()) <= 80
        assert text.endswith("\n    = 1.09739368")
        assert check_trace(text, 9) == [1.09739368]

    def test_whole_numbers_are_written_out(self):
        text = "dot = 1000000000001 * 1 + 0.5 * (-2) = 1e+12"
        assert trace_dot([1000000000001, 0.5], [1, -2]) == text
        assert trace_dot([1000000000001], [1]).endswith("= 1000000000001")


class TestEdgesOfMatrix(Matrix):
    """What a plain right answer need not do."""

    def test_dot_of_empty_vectors_is_0(self):
        assert dot([], []) == 0
        assert trace_dot([], []) == "dot = 0 = 0"

    def test_dot_adds_from_left_to_right(self):
        # Add in a loop, because sum() adds differently since Python 3.12.
        assert dot([0.1] * 10, [1.0] * 10) == 0.9999999999999999

    def test_shape_of_empty_lists(self):
        assert shape([]) == (0,)
        assert shape([[], []]) == (2, 0)

    def test_shape_takes_each_part_once(self):
        a = 1.0
        for _ in range(60):
            a = [a]
        assert shape(a) == (1,) * 60  # 60 levels would never end if one cost two

    def test_zeros_of_no_length(self):
        assert zeros(()) == zeros_like(3.5) == 0.0
        assert zeros(0) == []
        assert zeros([2, 1]) == [[0.0], [0.0]]

    def test_around_gives_no_minus_0(self):
        assert str(around([-6.1e-10, -0.0], 8)) == "[0.0, 0.0]"
        assert around([NAN, INF], 8)[1] == INF


# --- gradient.py ----------------------------------------------------------------------


def flat(x):
    return 0.0


def returning(*values):
    """Return an f whose calls return the values, one after another."""
    values = list(values)
    return lambda x: values.pop(0)


def bowl(x):
    return x[0] * x[0] + x[1] * x[1]


class TestNumericalGradient(Gradient):
    def test_a_linear_function_of_one_number_has_its_slope(self):
        # (15.0003 - 14.9997) / 0.0002, and 2h is (2 * h): / 2 * h would multiply by h.
        assert close(numerical_gradient(lambda x: 3 * x[0], [5.0]), [3.0])

    def test_f_is_called_with_one_number_moved_to_both_sides(self):
        # Move a number by h, call f, move it by -h, call f, and put it back.
        calls = []
        f = lambda x: calls.append(list(x)) or 0
        numerical_gradient(f, [8.0, 2.0], h=0.5)
        assert sorted(calls) == [[7.5, 2.0], [8.0, 1.5], [8.0, 2.5], [8.5, 2.0]]

    def test_x_holds_its_own_numbers_again_afterwards(self):
        # Store each number before you move it: 4.0 + h - h is not 4.0.
        x = [4.0, -4.0]
        numerical_gradient(lambda x: x[0] * x[1], x)
        assert x == [4.0, -4.0]

    def test_each_number_has_a_slope_of_its_own(self):
        f = lambda x: x[0] * x[1] * x[2]
        assert close(numerical_gradient(f, [2.0, 3.0, -5.0]), [-15.0, -10.0, 6.0])

    def test_the_difference_is_divided_by_2h(self):
        cube = lambda x: x[0] * x[0] * x[0]
        assert close(numerical_gradient(cube, [2.0], h=1.0), [13.0])  # (27 - 1) / 2
        assert close(numerical_gradient(cube, [2.0], h=0.5), [12.25])

    def test_h_is_1e_4_if_it_is_not_given(self):
        cube = lambda x: x[0] * x[0] * x[0]
        assert close(numerical_gradient(cube, [0.0]), [1e-8], error=1e-15)

    def test_the_gradients_of_the_book_are_right(self):
        assert close(numerical_gradient(bowl, [3.0, 4.0]), [6.0, 8.0])
        assert close(numerical_gradient(bowl, [0.0, 2.0]), [0.0, 4.0])
        assert close(numerical_gradient(bowl, [3.0, 0.0]), [6.0, 0.0])

    def test_integers_give_the_same_as_floats(self):
        assert close(numerical_gradient(bowl, [3, 4]), [6.0, 8.0])

    def test_f_gets_x_itself_so_it_may_read_x_elsewhere(self):
        # Move the number in x, not in a copy of x.
        x = [3.0, 4.0]
        assert close(numerical_gradient(lambda ignored: x[0] * x[1], x), [4.0, 3.0])

    def test_a_matrix_gives_a_matrix_of_slopes(self):
        # If x[i] is a list, go into it, and pass all of x to f.
        f = lambda W: W[0][0] * W[1][1] - W[0][1] * W[1][0]
        slopes = numerical_gradient(f, [[1.0, 2.0], [3.0, 4.0]])
        assert close(slopes, [[4.0, -3.0], [-2.0, 1.0]])

    def test_lists_of_any_depth_keep_their_shape(self):
        f = lambda x: x[0][0][0] * x[0][1] + 5 * x[1]
        slopes = numerical_gradient(f, [[[2.0], 3.0, []], 4.0])
        assert close(slopes, [[[3.0], 2.0, []], 5.0])


class TestFunction2(Gradient):
    def test_it_is_the_sum_of_the_squares(self):
        assert function_2([3.0, 4.0]) == 25.0
        assert function_2([-1, 2]) == 5
        assert function_2([2.759, 0.0]) == 7.612081  # 2.759 ** 2 may end in ...80999999


def check(slopes):
    """Compare slopes with the numerical gradient of the bowl at [3.0, 4.0]."""
    return check_grad(bowl, lambda x: slopes, [3.0, 4.0])


class TestCheckGrad(Gradient):
    def test_a_right_gradient_gives_almost_0(self):
        assert check([6.0, 8.0]) < 1e-11

    def test_twice_or_half_the_gradient_gives_one_half(self):
        assert check([12.0, 16.0]) == pytest.approx(0.5)
        assert check([3.0, 4.0]) == pytest.approx(0.5)

    def test_the_largest_difference_counts(self):
        assert check([6.0, 16.0]) == pytest.approx(0.5)
        assert check([24.0, 16.0]) == pytest.approx(0.75)

    def test_a_slope_of_0_in_place_of_another_gives_1(self):
        assert check([0.0, 8.0]) == pytest.approx(1.0)

    def test_the_wrong_sign_gives_2(self):
        assert check([6.0, -8.0]) == pytest.approx(2.0)
        assert check([-6.0, 8.0]) == pytest.approx(2.0)

    def test_negative_slopes_count_like_positive_ones(self):
        f = lambda x: -bowl(x)
        grad = lambda x: [-2 * x[0], -x[1]]
        assert check_grad(f, grad, [3.0, 4.0]) == pytest.approx(0.5)

    def test_grad_is_called_with_x(self):
        grad = lambda x: [2 * x[0], 2 * x[1]]
        assert check_grad(bowl, grad, [3.0, 4.0]) < 1e-11
        assert check_grad(bowl, grad, [-1.0, 7.0]) < 1e-10

    def test_inner_lists_are_compared(self):
        f = lambda x: x[0][0] * x[0][0] + x[1]
        assert check_grad(f, lambda x: [[2 * x[0][0]], 1.0], [[3.0], 4.0]) < 1e-10
        assert check_grad(f, lambda x: [[x[0][0]], 1.0], [[3.0], 4.0]) > 0.4
        assert check_grad(f, lambda x: [[2 * x[0][0]], 2.0], [[3.0], 4.0]) > 0.4

    def test_slopes_near_0_are_divided_by_1e_4(self):
        f = lambda x: 1e-5 * x[0]
        assert check_grad(f, lambda x: [3e-5], [1.0]) == pytest.approx(0.2)
        f = lambda x: 3e-4 * x[0]
        assert check_grad(f, lambda x: [1e-5], [1.0]) == pytest.approx(29 / 30)


class TestCompareGrad(Gradient):
    def test_each_slope_has_a_line_with_its_place(self):
        f = lambda x: x[0] * x[0] * x[1][0] - 1e-7 * x[1][1]
        grad = lambda x: [2 * x[0] * x[1][0], [x[0], 0]]
        assert compare_grad(f, grad, [3.0, [-4.0, 1]]).splitlines() == [
            "place             grad(x)      measured  difference",
            "[0]                   -24           -24    0.000000",
            "[1][0]                  3             9    0.666667",
            "[1][1]                  0 -1.000089e-07    0.001000",
        ]


class TestTraceGradient(Gradient):
    def test_each_slope_takes_two_calls_and_a_division(self):
        f = lambda x: x[0] * x[1][0][0]
        assert trace_gradient(f, [2, [[-3]]], h=0.5).splitlines() == [
            "x[0] = 2.5: f(x) = -7.5",
            "x[0] = 1.5: f(x) = -4.5",
            "    (-7.5 - (-4.5)) / 1.0 = -3",
            "x[1][0][0] = -2.5: f(x) = -5",
            "x[1][0][0] = -3.5: f(x) = -7",
            "    (-5 - (-7)) / 1.0 = 2",
        ]
        text = "    (25.00060001 - 24.99940001) / 0.0002 = 6"
        assert trace_gradient(bowl, [3.0, 4.0]).splitlines()[2] == text

    def test_each_line_is_true(self):
        random.seed(0)
        for _ in range(20):
            a, b, c = [random.random() * 10 - 5 for _ in range(3)]
            f = lambda x: math.exp(x[0]) * x[1][0] - x[1][1] * x[1][1] / 7
            x = [a, [b, c]]
            slopes = numerical_gradient(f, x)
            results = check_trace(trace_gradient(f, x), 6)
            for result, slope in zip(results, [slopes[0]] + slopes[1]):
                assert result == pytest.approx(slope, rel=1e-5)

    def test_values_that_look_alike_get_more_digits(self):
        text = trace_gradient(lambda x: 1e9 + x[0], [3.0])
        assert "= 1000000003.0001\n" in text
        assert "= 1000000002.9999\n" in text
        assert check_trace(text, 6)

    def test_f_may_read_x_elsewhere_and_x_stays_as_it_is(self):
        x = [3.0, 4.0]
        assert check_trace(trace_gradient(lambda ignored: x[0] * x[1], x), 6) == [4, 3]
        assert x == [3.0, 4.0]


FIGURE_4_9 = """\
x1 = 2.0
↘↘↘ ↘↘↘ ↓↓↓ ↙↙↙ ↙↙↙

↘↘↘ ↘↘· ↓↓· ↙↙· ↙↙↙

→→→ →→· ··· ←←· ←←←

↗↗↗ ↗↗· ↑↑· ↖↖· ↖↖↖

↗↗↗ ↗↗↗ ↑↑↑ ↖↖↖ ↖↖↖

x1 = -2.0
x0 from -2.0 to 2.0"""


def slope_towards(angle):
    """Return an f that falls fastest in the direction of an angle."""
    return lambda x: -x[0] * math.cos(angle) - x[1] * math.sin(angle)


def cells(line, ambiguous):
    """Return how wide a line is if signs of ambiguous width are so wide."""
    widths = {"A": ambiguous, "W": 2, "F": 2}
    return sum(widths.get(unicodedata.east_asian_width(sign), 1) for sign in line)


class TestQuiver(Gradient):
    def test_it_draws_figure_4_9(self):
        assert quiver(bowl, rows=5) == FIGURE_4_9
        assert len(quiver(bowl).splitlines()) == 1 + 2 * 9 + 2

    @pytest.mark.parametrize("k, arrow", list(enumerate("→↗↑↖←↙↓↘")))
    def test_an_arrow_has_the_nearest_of_eight_directions(self, k, arrow):
        for nudge in [-0.38, 0.0, 0.38]:  # an arrow covers 0.39 radians to either side
            f = slope_towards(k * math.pi / 4 + nudge)
            assert quiver(f, rows=2).count(3 * arrow) == 4

    def test_an_arrow_has_one_to_three_signs_by_its_length(self):
        text = quiver(lambda x: x[0] * x[0], (-6, 6), (-6, 6), rows=13)
        arrows = "→→→ →→→ →→· →→· →·· →·· ··· ←·· ←·· ←←· ←←· ←←← ←←←"
        assert text.splitlines()[1] == arrows

    def test_directions_are_those_on_the_picture(self):
        f = lambda x: x[0] * x[0] / 20 + x[1] * x[1]
        rows = quiver(f, (-10, 10), (-2, 2), rows=5).splitlines()
        assert rows[3] == "↓↓· ↓↓· ↓↓· ↓↓· ↓↓·"
        assert rows[5] == "→·· →·· ··· ←·· ←··"
        f = lambda x: x[0] * x[0] + x[1] * x[1] / 20
        rows = quiver(f, (-2, 2), (-10, 10), rows=5).splitlines()
        assert rows[3] == "→→→ →→· ↓·· ←←· ←←←"

    def test_a_flat_function_gives_dots(self):
        assert quiver(lambda x: 7, rows=3).count("··· ··· ···") == 3
        assert quiver(lambda x: 7, (0, 0.1), (0, 0.1), rows=3).count("···") == 9

    def test_a_slope_that_is_far_smaller_than_the_others_gives_dots(self):
        f = lambda x: x[0] if x[0] > 0 else 3e-7 * x[0]
        assert quiver(f, rows=2).splitlines()[1] == "··· ←←←"

    @pytest.mark.parametrize("width", [1, 2], ids=["narrow", "wide"])
    def test_rows_line_up_whether_arrows_take_one_cell_or_two(self, width):
        rows = quiver(bowl).splitlines()[1:-2:2]
        assert {cells(row, width) for row in rows} == {9 * (3 * width + 1) - 1}

    @pytest.mark.parametrize("rows, width", [(20, 1), (11, 2)])
    def test_so_many_rows_fit_into_80_columns(self, rows, width):
        lines = quiver(bowl, (-1 / 3, 1 / 3), (-1, 1), rows).splitlines()
        assert max(cells(line, width) for line in lines) <= 80
        assert lines[-1] == "x0 from -0.3333333333333333 to 0.3333333333333333"


class TestEdgesOfGradient(Gradient):
    """What a plain right answer need not do."""

    def test_numerical_gradient_has_the_digits_of_the_book(self):
        gradient_at = lambda x: numerical_gradient(function_2, x)
        assert gradient_at([3.0, 4.0]) == [6.00000000000378, 7.999999999999119]
        assert gradient_at([3, 4]) == [6.00000000000378, 7.999999999999119]
        assert gradient_at([0.0, 2.0]) == [0.0, 4.000000000004]
        assert gradient_at([3.0, 0.0]) == [6.000000000012662, 0.0]

    @pytest.mark.parametrize("failing_call", [1, 2, 3, 4, 5, 6])
    def test_numerical_gradient_puts_x_back_if_f_raises(self, failing_call):
        # The lines below finally: run even if f raises.
        x = [0.1, [2, 0.7]]
        inner = x[1]
        calls = []

        def f(given):
            calls.append(given)
            assert given is x
            if len(calls) == failing_call:
                raise ZeroDivisionError("mine")
            return 0.0

        with pytest.raises(ZeroDivisionError, match="mine"):
            numerical_gradient(f, x)
        assert len(calls) == failing_call
        assert x == [0.1, [2, 0.7]]
        assert x[1] is inner
        assert isinstance(inner[0], int)

    def test_numerical_gradient_of_no_numbers(self):
        assert numerical_gradient(flat, []) == []
        assert check_grad(flat, lambda x: [], []) == 0.0

    def test_numerical_gradient_ends_if_f_appends_to_x(self):
        x = [1.0, 2.0]
        f = lambda x: x.append(0.0) or 0.0
        assert numerical_gradient(f, x) == [0.0, 0.0]

    @pytest.mark.parametrize("bad", [NAN, INF, -INF])
    def test_check_grad_gives_inf_for_inf_or_nan_in_any_place(self, bad):
        # max([1, nan]) is 1, so look for nan before you take the largest.
        assert check([bad, 8.0]) == INF
        assert check([6.0, bad]) == INF
        assert check_grad(lambda x: bad * x[1], lambda x: [0.0, 1.0], [1.0, 1.0]) == INF


# --- descent.py -----------------------------------------------------------------------


def growing(limit, beyond):
    """Return x ** 3, but what beyond() returns or raises where |x| is over the limit."""
    return lambda x: x[0] * x[0] * x[0] if abs(x[0]) < limit else beyond(x[0])


def descend(f, *arguments):
    return gradient_descent(f, [1.0], *arguments)


def square(x):
    return x[0] * x[0]


class TestGradientDescent(Descent):
    def test_one_step_goes_against_the_slope(self):
        x = gradient_descent(square, [8.0], lr=0.25, step_num=1)
        assert close(x, [4.0])  # 8 - 0.25 * 16

    def test_the_step_is_repeated(self):
        x = gradient_descent(square, [8.0], lr=0.25, step_num=3)
        assert close(x, [1.0])

    def test_lr_is_0_01_and_step_num_is_100_if_they_are_not_given(self):
        x = gradient_descent(square, [8.0])
        assert close(x, [8 * 0.98**100])

    def test_all_numbers_move_along_the_same_gradient(self):
        # Measure the whole gradient before the first number moves.
        x = gradient_descent(lambda x: x[0] * x[1], [1.0, 2.0], lr=0.1, step_num=1)
        assert close(x, [0.8, 1.9])  # 1 - 0.1 * 2, 2 - 0.1 * 1

    def test_the_descents_of_the_book_are_right(self):
        end_of = lambda lr: gradient_descent(bowl, [-3.0, 4.0], lr=lr, step_num=100)
        assert close(end_of(0.1), [-6.11e-10, 8.15e-10], error=1e-12)
        assert close(end_of(1e-10), [-2.99999994, 3.99999992], error=1e-9)
        assert abs(end_of(10.0)[0]) > 1e12  # it diverges, without an error

    def test_the_list_itself_is_changed_and_returned(self):
        # Move x[i] in the list, and make no new list.
        init_x = [8.0]
        x = gradient_descent(square, init_x, lr=0.25, step_num=1)
        assert x is init_x
        assert close(init_x, [4.0])

    def test_inner_lists_are_changed_too(self):
        # _move(x, grad, lr) moves the numbers of all lists in x.
        W = [[1.0], [2.0]]
        row = W[0]
        f = lambda x: x[0][0][0] * x[0][0][0] + 3 * x[0][1][0] + x[1]
        x = gradient_descent(f, [W, 4.0], lr=0.25, step_num=1)
        assert close(x, [[[0.5], [1.25]], 3.75])
        assert x[0] is W
        assert W[0] is row

    def test_the_callback_gets_the_list_itself_after_each_step(self):
        x = [8.0, 4.0]
        path = []

        def callback(given):
            assert given is x
            path.append(list(given))

        gradient_descent(bowl, x, 0.25, 3, callback)
        assert close(path, [[4.0, 2.0], [2.0, 1.0], [1.0, 0.5]])


class TestTraceDescent(Descent):
    def test_each_number_of_each_step_has_a_line(self):
        lines = trace_descent(bowl, [-3.0, 4.0], lr=0.1, step_num=2).splitlines()
        assert lines == [
            "start: f = 25",
            "step 1:",
            "    x[0] = -3 - 0.1 * (-6) = -2.4",
            "    x[1] = 4 - 0.1 * 8 = 3.2",
            "    f = 16",
            "step 2:",
            "    x[0] = -2.4 - 0.1 * (-4.8) = -1.92",
            "    x[1] = 3.2 - 0.1 * 6.4 = 2.56",
            "    f = 10.24",
        ]

    def test_it_does_3_steps_with_lr_0_01_if_nothing_else_is_given(self):
        x = [8.0]
        assert trace_descent(square, x).count("step") == 3
        assert x == gradient_descent(square, [8.0], 0.01, 3)

    def test_each_line_is_true_and_x_is_changed_as_in_gradient_descent(self):
        random.seed(0)
        for lr in [0.1, 0.5, 1 / 3, -0.07]:
            a, b, c = [random.random() * 10 - 5 for _ in range(3)]
            f = lambda x: x[0] * x[0] + 0.3 * x[1][0][0] * x[1][1] + x[1][1] * x[1][1]
            x = [a, [[b], c]]
            results = check_trace(trace_descent(f, x, lr, 4), 7)
            assert x == gradient_descent(f, [a, [[b], c]], lr, 4)
            assert close(results[-3:], [x[0], x[1][0][0], x[1][1]], error=1e-4)

    def test_a_descent_that_diverges_keeps_the_lines_up_to_there(self):
        f = growing(100, lambda x: math.exp(999))
        lines = trace_descent(f, [1.0], lr=7.0, step_num=9).splitlines()
        assert lines[3] == "    f = -8000"
        assert lines[5] == "    x[0] = -20.00000007 - 7 * 1200.000008 = -8420"
        stop = ["stop: f or a slope is inf, nan or too large; check f and lr"]
        assert lines[6:] == trace_descent(f, [9e9]).splitlines() == stop


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


def row_of(path):
    """Return the lowest row of a map with 2 rows and 3 columns, from 0 to 1."""
    return contour(flat, path, (0, 1), (0, 1), 2).splitlines()[2]


class TestContour(Descent):
    def test_it_draws_figure_4_10(self):
        path = [[-3.0, 4.0]]
        for _ in range(100):  # the exact steps
            path.append([0.8 * path[-1][0], 0.8 * path[-1][1]])
        assert contour(bowl, path, rows=10) == FIGURE_4_10
        assert len(contour(bowl, path).splitlines()) == 1 + 19 + 2

    def test_the_seven_bands_have_the_same_height(self):
        signs = "......::::::------======++++++******#######"
        text = contour(lambda x: x[0], [], (0, 42), (0, 1), 22)
        assert text.splitlines()[1:23] == [signs] * 22
        text = contour(lambda x: x[0] + 1000, [], (0, 42), (0, 1), 22)
        assert text.splitlines()[1:23] == [signs] * 22

    def test_start_steps_and_end_have_signs_of_their_own(self):
        assert row_of([]) == "..."  # a flat function has the lowest band only
        assert row_of([[0, 0], [0.5, 0.1], [1, 0.1]]) == "SoE"
        assert row_of([[0, 0], [0, 0], [0, 0.1]]) == "S.."  # S hides E and o
        assert row_of([[0, 0], [1, 0], [1, 0.1]]) == "S.E"  # E hides o

    def test_a_point_is_drawn_at_the_nearest_place(self):
        assert row_of([[0.7, 0.4]]) == ".S."
        assert row_of([[0.8, 0.4]]) == "..S"

    def test_a_point_outside_is_drawn_at_the_edge(self):
        path = [[0, 9], [9, 0.1], [0.5, -9], [-9, -INF]]
        text = contour(flat, path, (-1, 1), (-1, 1), 3)
        assert text.splitlines()[1:4] == ["..S..", "....o", "E..o."]

    def test_40_rows_fit_into_80_columns(self):
        lines = contour(flat, [], (-1 / 3, 1 / 3), rows=40).splitlines()
        assert max(len(line) for line in lines) <= 80
        assert lines[-1] == "x0 from -0.3333333333333333 to 0.3333333333333333"


class TestEdgesOfDescent(Descent):
    """What a plain right answer need not do."""

    def test_gradient_descent_has_the_digits_of_the_book(self):
        end_of = lambda lr: gradient_descent(bowl, [-3.0, 4.0], lr, 100)
        assert end_of(0.1) == [-6.111107928998789e-10, 8.148143905314271e-10]
        assert end_of(10.0) == [-25898374737328.363, -1295248616896.5398]
        assert end_of(1e-10) == [-2.999999939999995, 3.9999999199999934]

    def test_gradient_descent_leaves_the_last_complete_step_after_an_error(self):
        x = [1.0]
        path = []
        f = growing(100, lambda x: math.exp(999))
        with pytest.raises(OverflowError) as caught:
            gradient_descent(f, x, 7.0, 9, lambda x: path.append(list(x)))
        assert len(path) == 2
        assert x == path[1]
        # Write raise ... from error, so that the reader sees where f failed.
        assert isinstance(caught.value.__cause__, OverflowError)

    @pytest.mark.parametrize("x", [[[1.0, 2.0], 3.0], [1.0, [2.0, 3.0]]], ids=str)
    def test_gradient_descent_moves_no_number_if_a_slope_is_not_finite(self, x):
        start = str(x)
        f = lambda x: NAN if "3.0" not in str(x) else 1.0
        with pytest.raises(OverflowError):
            gradient_descent(f, x)
        assert str(x) == start

    def test_gradient_descent_passes_other_errors_through(self):
        with pytest.raises(KeyError, match="mine"):
            gradient_descent(lambda x: {}["mine"], [1.0])
        with pytest.raises(OverflowError, match="math range error"):
            gradient_descent(square, [8.0], 0.25, 9, callback=lambda x: math.exp(999))


# --- simplenet.py ---------------------------------------------------------------------

W = ((0.47355232, 0.9977393, 0.84668094), (0.85557411, 0.03563661, 0.69422093))
ZERO_ROWS = [0.0, 0.0, 0.0]
TWO = ([0.6, 0.9], [0.1, 0.2])  # a batch of two samples
THIRDS = ([0.2, 0.3, 0.5], [0.5, 0.3, 0.2])  # a batch of their probabilities


def net_of(*rows):
    return SimpleNet([list(row) for row in rows])


class TestSoftmax(Net):
    def test_equal_scores_give_equal_probabilities(self):
        assert close(softmax([5.0, 5.0]), [0.5, 0.5])

    def test_a_score_counts_by_its_exponential(self):
        assert close(softmax([0.0, math.log(3)]), [0.25, 0.75])
        scores = [math.log(2), math.log(3), math.log(5)]
        assert close(softmax(scores), [0.2, 0.3, 0.5])

    def test_large_scores_do_not_overflow(self):
        # Subtract the largest score first, so that no exp(score - largest) is above 1.
        assert close(softmax([1000.0, 1000.0]), [0.5, 0.5])
        assert close(softmax([0.0, 1000.0, 1000.0]), [0.0, 0.5, 0.5])
        assert close(softmax([-1000.0, -1000.0 - math.log(3)]), [0.75, 0.25])

    def test_a_batch_is_done_row_by_row(self):
        # _is_batch(z) tells a batch from the scores of one sample.
        y = softmax([[0.0, 0.0], [0.0, math.log(3)]])
        assert close(y, [[0.5, 0.5], [0.25, 0.75]])

    def test_each_row_of_a_batch_has_a_largest_score_of_its_own(self):
        y = softmax([[0.0, 0.0], [1000.0, 1000.0 + math.log(3)]])
        assert close(y, [[0.5, 0.5], [0.25, 0.75]])


class TestLogSoftmax(Net):
    def test_it_is_the_logarithm_of_softmax(self):
        assert close(log_softmax([5.0, 5.0]), [math.log(0.5), math.log(0.5)])
        assert close(log_softmax([0.0, math.log(3)]), [math.log(0.25), math.log(0.75)])

    def test_it_is_right_where_softmax_is_rounded_to_0_or_1(self):
        # Do not take the logarithm of softmax(z): z[j] - top - log(sum of exp(z - top))
        assert close(log_softmax([-431, 279, 427]), [-858.0, -148.0, 0.0])

    def test_a_batch_is_done_row_by_row(self):
        log_y = log_softmax([[0.0, 900.0], [0.0, 0.0]])
        assert close(log_y, [[-900.0, 0.0], [math.log(0.5), math.log(0.5)]])


class TestCrossEntropyError(Net):
    def test_it_is_minus_the_logarithm_of_the_right_probability(self):
        y = [0.25, 0.25, 0.5]
        assert close(cross_entropy_error(y, 2), 0.6931471805599453)  # -log(0.5)
        assert close(cross_entropy_error(y, 0), 1.3862943611198906)  # -log(0.25)

    def test_t_may_be_one_hot(self):
        # _as_probabilities(t, y) returns t in this form.
        assert close(cross_entropy_error([0.25, 0.25, 0.5], [0, 0, 1]), 0.6931471806)
        assert close(cross_entropy_error([0.25, 0.25, 0.5], [1, 0, 0]), 1.3862943611)

    def test_a_batch_gives_the_mean(self):
        # _is_batch(y) tells a batch from the probabilities of one sample.
        y = [[0.5, 0.5], [0.25, 0.75], [0.25, 0.75]]
        # (log(2) + log(4) + log(4 / 3)) / 3, and then (log(2) + 2 * log(4 / 3)) / 3
        assert close(cross_entropy_error(y, [0, 0, 1]), 0.7890412053767148)
        assert close(cross_entropy_error(y, [1, 1, 1]), 0.4228371084826)

    def test_the_answers_of_a_batch_may_be_one_hot(self):
        y = [[0.5, 0.5], [0.25, 0.75], [0.25, 0.75]]
        error = cross_entropy_error(y, [[1, 0], [1, 0], [0, 1]])
        assert close(error, 0.7890412053767148)

    def test_as_many_samples_as_classes_are_not_mistaken(self):
        # t has the classes 1 and 0 of two samples, and is not one-hot for each of them.
        y = [[0.2, 0.8], [0.25, 0.75]]
        # (-log(0.8) - log(0.25)) / 2
        assert close(cross_entropy_error(y, [1, 0]), 0.8047189562)


class TestSimpleNet(Net):
    def test_it_uses_the_list_w_itself(self):
        rows = [[1.0, 2.0], [3.0, 4.0]]
        assert SimpleNet(rows).W is rows

    def test_without_w_it_has_2_rows_of_3_gaussian_numbers(self):
        random.seed(0)
        rows = SimpleNet().W
        assert [len(row) for row in rows] == [3, 3]
        numbers = [0.09637157846515239, -0.05850007947614822, -0.9894262130739009]
        assert close(rows[0], numbers, error=1e-12)
        assert not close(rows[1], numbers, error=1e-12)

    def test_the_spelling_of_the_book_works(self):
        assert simpleNet is SimpleNet


class TestPredict(Net):
    def test_one_input_and_one_class_give_their_product(self):
        assert net_of([2.0]).predict([3.0]) == [6.0]

    def test_each_class_has_a_score(self):
        assert net_of([2.0, -5.0]).predict([3.0]) == [6.0, -15.0]

    def test_a_score_is_the_sum_over_all_inputs(self):
        net = net_of([1.0, 2.0, 3.0], [4.0, 5.0, 6.0])
        assert net.predict([10, 1]) == [14.0, 25.0, 36.0]
        assert net_of([1.0, 2.0], [3.0, 4.0]).predict([10, 1]) == [13.0, 24.0]

    def test_the_scores_of_the_book_are_right(self):
        z = net_of(*W).predict([0.6, 0.9])
        assert close(z, [1.05414809, 0.63071653, 1.1328074], error=5e-9)

    def test_a_batch_gives_a_row_of_scores_for_each_sample(self):
        net = net_of([1.0, 2.0, 3.0], [4.0, 5.0, 6.0])
        z = net.predict([[10, 1], [0, 2]])
        assert z == [[14.0, 25.0, 36.0], [8.0, 10.0, 12.0]]


class TestLoss(Net):
    def test_equal_scores_of_two_classes_give_log_2(self):
        assert close(net_of([0.0, 0.0]).loss([1.0], 0), 0.6931471805599453)

    def test_the_loss_is_minus_log_of_the_right_probability(self):
        net = net_of([math.log(0.25), math.log(0.75)])
        assert close(net.loss([1.0], 0), 1.3862943611198906)
        assert close(net.loss([1.0], 1), 0.2876820724517809)
        assert close(net.loss([1.0], [1, 0]), 1.3862943611198906)

    def test_the_loss_of_the_book_is_right(self):
        assert close(net_of(*W).loss([0.6, 0.9], [0, 0, 1]), 0.92806854, error=5e-9)

    def test_a_batch_gives_the_mean(self):
        net = net_of([math.log(0.25), math.log(0.75)])
        x = [[1.0], [1.0], [0.0]]
        # (log(4) + log(4 / 3) + log(2)) / 3
        assert close(net.loss(x, [0, 1, 0]), 0.7890412053767148)
        assert close(net.loss(x, [[1, 0], [0, 1], [1, 0]]), 0.7890412053767148)

    def test_answers_of_a_batch_are_classes(self):
        # For three samples, [0, 0, 1] means class 0, class 0 and class 1.
        net = net_of(*W)
        x = [0.6, 0.9]
        assert close(net.loss([x], [2]), net.loss(x, [0, 0, 1]))
        mean = (2 * net.loss(x, 0) + net.loss(x, 1)) / 3
        assert close(net.loss([x, x, x], [0, 0, 1]), mean)


class TestNetGradient(Net):
    """The tests of SimpleNet.gradient."""

    def test_a_slope_is_y_minus_t_if_x_is_1(self):
        assert close(net_of([0.0, 0.0]).gradient([1.0], 0), [[-0.5, 0.5]])
        assert close(net_of([0.0, 0.0]).gradient([1.0], 1), [[0.5, -0.5]])

    def test_a_slope_is_multiplied_by_x(self):
        net = net_of([0.0, 0.0], [0.0, 0.0])
        assert close(net.gradient([1.0, -2.0], 0), [[-0.5, 0.5], [1.0, -1.0]])

    def test_the_scores_decide_y(self):
        net = net_of([math.log(0.25), math.log(0.75)])
        assert close(net.gradient([1.0], 0), [[-0.75, 0.75]])

    def test_t_may_be_one_hot(self):
        # _as_probabilities(t, y) returns t in this form.
        assert close(net_of([0.0, 0.0]).gradient([1.0], [0, 1]), [[0.5, -0.5]])

    def test_the_gradient_of_the_book_is_right(self):
        dW = net_of(*W).gradient([0.6, 0.9], [0, 0, 1])
        assert close(dW[0], [0.21924763, 0.14356247, -0.36281009], error=6e-9)
        assert close(dW[1], [0.32887144, 0.21534370, -0.54421514], error=6e-9)

    def test_a_batch_gives_the_mean(self):
        net = net_of([0.0, 0.0], [0.0, 0.0])
        x = [[1.0, 2.0], [4.0, 0.0], [0.0, 4.0]]
        # (-0.5 + 2 + 0) / 3, (0.5 - 2 + 0) / 3; (-1 + 0 - 2) / 3, (1 + 0 + 2) / 3
        assert close(net.gradient(x, [0, 1, 0]), [[0.5, -0.5], [-1.0, 1.0]])
        assert close(net.gradient([[1.0, 2.0]], [0]), net.gradient([1.0, 2.0], 0))

    @needs("gradient.py")
    def test_it_is_what_the_numerical_gradient_measures(self):
        batch = [[0.6, 0.9], [-1.0, 2.0], [0.0, 0.0]]
        for x, t in [([0, 1], 2), ([0.6, 0.9], [0, 1, 0]), (batch, [2, 0, 1])]:
            net = net_of(*W)
            slopes = numerical_gradient(lambda W: net.loss(x, t), net.W)
            assert close(net.gradient(x, t), slopes)


class TestTrace(Net):
    def test_each_line_is_true_and_gives_the_loss_and_the_gradient(self):
        random.seed(0)
        for scale in [1, 30, 1000]:
            W = [[scale * (random.random() - 0.5) for _ in range(3)] for _ in range(4)]
            x = [0.0, 2, -0.25, 1 / 3]
            net = SimpleNet(W)
            for t in [0, [0, 1, 0], 2]:
                text = net.trace(x, t)
                assert max(len(line) for line in text.splitlines()) <= 80
                results = check_trace(text, 9, 12)
                loss, dW = net.loss(x, t), net.gradient(x, t)
                assert close(results[:3], net.predict(x), error=1e-5)
                assert close(results[-13], loss, error=1e-5)
                assert close(results[-12:], sum(dW, []), error=1e-7)
                assert close(results[-16:-13], softmax(net.predict(x)))

    def test_the_steps_of_a_small_net(self):
        assert net_of([0.5, -0.5]).trace([2.0], 1).splitlines() == [
            "z[0] = 2 * 0.5 = 1",
            "z[1] = 2 * (-0.5) = -1",
            "top = z[0] = 1",
            "exp(z[0] - top) = exp(0) = 1",
            "exp(z[1] - top) = exp(-2) = 0.135335283237",
            "S = 1 + 0.135335283237 = 1.13533528324",
            "y[0] = 1 / 1.13533528324 = 0.880797077975",
            "y[1] = 0.135335283237 / 1.13533528324 = 0.119202922022",
            "loss = -log(y[1]) = log(S) - (z[1] - top)",
            "     = log(1.13533528324) - (-2) = 2.12692801",
            "dW[0][0] = x[0] * (y[0] - t[0]) = 2 * (0.880797077975 - 0) = 1.76159416",
            "dW[0][1] = x[0] * (y[1] - t[1]) = 2 * (0.119202922022 - 1) = -1.76159416",
        ]


class TestEdgesOfNet(Net):
    """What a plain right answer need not do."""

    def test_softmax_and_log_softmax_show_nan(self):
        assert all(math.isnan(p) for p in softmax([1.0, NAN]))
        assert all(math.isnan(p) for p in log_softmax([1.0, NAN]))
        assert math.isnan(net_of([1.0, NAN]).loss([1.0], 0))

    def test_log_softmax_of_huge_scores_keeps_their_difference(self):
        assert close(log_softmax([1e15, 1e15 + 1]), [-1.3132616875, -0.3132616875])
        assert close(log_softmax([1e16, 1e16]), [math.log(0.5), math.log(0.5)])

    def test_cross_entropy_error_of_a_certain_answer(self):
        # No 0 * log(0): skip the classes where t is 0.
        assert cross_entropy_error([0.0, 1.0], 0) == INF
        assert str(cross_entropy_error([0.0, 1.0], 1)) == "0.0"  # and not -0.0

    def test_cross_entropy_error_and_loss_take_other_probabilities(self):
        # -(0.5 * log(0.25) + 0.5 * log(0.5))
        error = cross_entropy_error([0.25, 0.25, 0.5], [0, 0.5, 0.5])
        assert close(error, 1.0397207708)
        assert cross_entropy_error([1.0, 0.0], [0.5, 0.5]) == INF
        net = net_of([math.log(0.25), math.log(0.75)])
        assert close(net.loss([1.0], [0.5, 0.5]), 0.8369882167858358)
        assert close(net.gradient([1.0], [0.5, 0.5]), [[-0.25, 0.25]])

    @needs("gradient.py")
    def test_cross_entropy_error_takes_a_y_that_is_moved_by_h_or_typed(self):
        y = [0.2, 0.3, 0.5]
        slopes = numerical_gradient(lambda y: cross_entropy_error(y, 0), y)
        assert close(slopes, [-5.0, 0.0, 0.0], error=1e-5)  # -t[j] / y[j]
        assert close(cross_entropy_error([0.3654, 0.2393, 0.3954], 0), 1.0067626149)
        assert close(cross_entropy_error([0.5, 0.5], [0.5, 0.5000005]), 0.69314752713)

    def test_loss_of_scores_that_are_far_apart(self):
        # log_softmax is right where softmax gives 0, whose logarithm does not exist.
        net = net_of([-431.0, 279.0, 427.0])
        assert net.loss([1.0], 0) == 858.0
        assert str(net.loss([1.0], 2)) == "0.0"  # and not -0.0
        assert net_of([1e300, -1e300]).loss([1.0], 1) == 2e300
        assert net_of([1e308, -1e308]).loss([1.0], 0) == 0.0
        assert net_of([700.0, 0.0]).loss([1.0], [0.5, 0.5]) == 350.0


def error_of(t, y=(0.2, 0.3, 0.5)):
    return cross_entropy_error(list(y), t)


def zero_net():
    return net_of(ZERO_ROWS, ZERO_ROWS)


def predict(x):
    return zero_net().predict(x)


def loss(t, x=(0.6, 0.9)):
    return zero_net().loss(list(x), t)


CLASS = " must be an int from 0 to 2, or 3 probabilities; got "


# --- errors ---------------------------------------------------------------------------

# A file, a function, an id, a call, its error, and words of the message with … between.
ERRORS = [
    ("matrix.py", "dot", "vectors", lambda: dot([1, 2], [1, 2, 3]), ValueError, "rows of a…(2,) and (3,)"),
    ("matrix.py", "dot", "matrices", lambda: dot([[1, 2, 3]], [[1, 2, 3]]), ValueError, "(1, 3) and (1, 3)"),
    ("matrix.py", "dot", "number first", lambda: dot(2, [1]), ValueError, "vectors and matrices…() and (1,)"),
    ("matrix.py", "dot", "three levels second", lambda: dot([1], [[[1]]]), ValueError, "vectors and matrices…(1,) and (1, 1, 1)"),
    ("matrix.py", "dot", "ragged", lambda: dot([1, 2], [[1], [2, 3]]), ValueError, "b must not be ragged…(1,) and (2,)"),
    ("matrix.py", "dot", "tuple", lambda: dot([1, 2], (1, 2)), TypeError, "b must be made of lists…got tuple"),
    ("matrix.py", "trace_dot", "lengths", lambda: trace_dot([1], [1, 2]), ValueError, "(1,) and (2,)"),
    ("matrix.py", "transpose", "vector", lambda: transpose([1, 2]), ValueError, "matrix…(2,)"),
    ("matrix.py", "dot", "array in it", lambda: dot([1, 2], [1, ndarray()]), TypeError, "got ndarray…tolist()"),
    ("matrix.py", "shape", "ragged", lambda: shape([[1, 2], [3, 4], [5]]), ValueError, "a must not be ragged…(2,) and (1,)"),
    ("matrix.py", "apply", "scalar in it", lambda: apply(abs, [1, [2, float32()]]), TypeError, "got float32…tolist()"),
    ("matrix.py", "add", "lengths", lambda: add([1, 2], [1, 2, 3]), ValueError, "same shape…a list of 2 in a, and a list of 3 at its place in b"),
    ("matrix.py", "add", "row to matrix", lambda: add([[1, 2], [3, 4]], [5, 6]), ValueError, "no broadcasting…a list of 2 in a, and int at its place in b"),
    ("matrix.py", "add", "tuple second", lambda: add([1, 2], (1, 2)), TypeError, "b must be made of lists…got tuple"),
    ("matrix.py", "zeros", "two arguments", lambda: zeros(2, 3), TypeError, "zeros((2, 3))…got "),
    ("matrix.py", "zeros", "negative", lambda: zeros((2, -1)), ValueError, "ints, 0 or more…got -1"),
    ("matrix.py", "zeros", "hugely negative", lambda: zeros(-(10**400)), ValueError, "ints, 0 or more…got -1000"),
    ("matrix.py", "randn", "tuple", lambda: randn((2, 3)), TypeError, "randn(2, 3)…got tuple"),
    ("matrix.py", "argmax", "empty", lambda: argmax([]), ValueError, "vector…(0,)"),
    ("gradient.py", "numerical_gradient", "tuple", lambda: numerical_gradient(flat, (3.0, 4.0)), TypeError, "x must be a list…got tuple$"),
    ("gradient.py", "numerical_gradient", "array", lambda: numerical_gradient(flat, ndarray()), TypeError, "x must be a list…got ndarray…tolist()"),
    ("gradient.py", "numerical_gradient", "scalar last", lambda: numerical_gradient(flat, [1.0, float32()]), TypeError, "x[1]…got float32"),
    ("gradient.py", "numerical_gradient", "tuple inside", lambda: numerical_gradient(flat, [1.0, [2.0, (3.0,)]]), TypeError, "x[1][1]…got tuple"),
    ("gradient.py", "numerical_gradient", "text inside", lambda: numerical_gradient(flat, ["a"]), TypeError, "x[0]…got str"),
    ("gradient.py", "numerical_gradient", "no return", lambda: numerical_gradient(lambda x: None, [1.0]), TypeError, "f must return…NoneType"),
    ("gradient.py", "numerical_gradient", "first result", lambda: numerical_gradient(returning([0.0], 0.0), [1.0]), TypeError, "f must return…got a list of 1$"),
    ("gradient.py", "numerical_gradient", "last result", lambda: numerical_gradient(returning(0, 0, 0, "0"), [1, [2]]), TypeError, "f must return…str"),
    ("gradient.py", "numerical_gradient", "called", lambda: numerical_gradient(flat([1.0]), [1.0]), TypeError, "f must be a function…got float"),
    ("gradient.py", "numerical_gradient", "h hugely negative", lambda: numerical_gradient(flat, [1.0], -(10**400)), ValueError, "h must be positive…got -1000"),
    ("gradient.py", "numerical_gradient", "h inf", lambda: numerical_gradient(flat, [1.0], INF), ValueError, "h must be positive and finite…got inf"),
    ("gradient.py", "check_grad", "short", lambda: check([6.0]), ValueError, "the shape of x…a list of 1 where…a list of 2"),
    ("gradient.py", "check_grad", "scalar inside", lambda: check([6.0, float32()]), TypeError, "got float32…tolist()…where"),
    ("gradient.py", "check_grad", "called", lambda: check_grad(flat, [0.0], [1.0]), TypeError, "grad must be a function…got a list of 1"),
    ("gradient.py", "compare_grad", "called", lambda: compare_grad(flat, [0.0], [1.0]), TypeError, "grad must be a function…got a list of 1"),
    ("gradient.py", "compare_grad", "short", lambda: compare_grad(bowl, lambda x: [6.0], [3.0, 4.0]), ValueError, "the shape of x"),
    ("gradient.py", "trace_gradient", "called", lambda: trace_gradient(flat([1.0]), [1.0]), TypeError, "f must be a function…got float"),
    ("gradient.py", "trace_gradient", "no return", lambda: trace_gradient(lambda x: None, [1.0]), TypeError, "f must return…NoneType"),
    ("gradient.py", "quiver", "xlim reversed", lambda: quiver(flat, (2, -2)), ValueError, "must be (low, high)…(2, -2), (-2.0, 2.0)"),
    ("gradient.py", "quiver", "no width", lambda: quiver(flat, (1, 1)), ValueError, "must be (low, high)…(1, 1)"),
    ("gradient.py", "quiver", "no height", lambda: quiver(flat, (0, 1), (2, 2)), ValueError, "must be (low, high)…(2, 2)"),
    ("gradient.py", "quiver", "one row", lambda: quiver(flat, rows=1), ValueError, "rows > 1…and 1"),
    ("gradient.py", "quiver", "nan", lambda: quiver(lambda x: NAN), OverflowError, "finite slopes…[nan, nan]"),
    ("gradient.py", "quiver", "inf", lambda: quiver(lambda x: INF if x[1] > 1.5 else 0.0, (0, 1), (0, 2), 3), OverflowError, "finite slopes…[nan, nan]"),
    ("descent.py", "gradient_descent", "lr nan", lambda: descend(flat, NAN), ValueError, "lr must be a finite…got nan"),
    ("descent.py", "gradient_descent", "nan at start", lambda: descend(lambda x: NAN), OverflowError, "inf, nan or too large before step 1 with lr = 0.01"),
    ("descent.py", "gradient_descent", "overflow at start", lambda: descend(lambda x: (9 + x[0]) ** 400), OverflowError, "inf, nan or too large before step 1 with lr = 0.01"),
    ("descent.py", "gradient_descent", "nan later", lambda: descend(growing(100, lambda x: NAN), 7), OverflowError, "after step 2; lr = 7 may be too large"),
    ("descent.py", "gradient_descent", "step to inf", lambda: descend(lambda x: 1e300 * x[0], -1.5e300), OverflowError, "after step 1; lr = -1.5e+300"),
    ("descent.py", "gradient_descent", "called", lambda: gradient_descent(flat([1.0]), [1.0]), TypeError, "f must be a function…got float"),
    ("descent.py", "gradient_descent", "no return", lambda: descend(lambda x: None), TypeError, "f must return…NoneType"),
    ("descent.py", "trace_descent", "called", lambda: trace_descent(flat([1.0]), [1.0]), TypeError, "f must be a function…got float"),
    ("descent.py", "trace_descent", "lr nan", lambda: trace_descent(flat, [1.0], NAN), ValueError, "lr must be a finite…got nan"),
    ("descent.py", "trace_descent", "no return", lambda: trace_descent(lambda x: None, [1.0]), TypeError, "f must return…NoneType"),
    ("descent.py", "contour", "no path", lambda: contour(flat, (-2, 2), (-2, 2)), TypeError, "path must be a list of points…got tuple"),
    ("descent.py", "contour", "a point as path", lambda: contour(flat, [3.0, 4.0]), TypeError, "path must be a list of points…got float in it"),
    ("descent.py", "contour", "three numbers", lambda: contour(flat, [[1, 2, 3]]), TypeError, "path must be a list of points…got a list of 3 in it"),
    ("descent.py", "contour", "called", lambda: contour(flat([1.0]), []), TypeError, "f must be a function…got float"),
    ("descent.py", "contour", "no return", lambda: contour(lambda x: None, []), TypeError, "f must return…NoneType"),
    ("descent.py", "contour", "nan in path", lambda: contour(flat, [[NAN, 0.0]]), ValueError, "NaN"),
    ("descent.py", "contour", "one row", lambda: contour(flat, [], rows=1), ValueError, "rows > 1…and 1"),
    ("descent.py", "contour", "no width", lambda: contour(flat, [], (1, 1)), ValueError, "must be (low, high)…(1, 1)"),
    ("descent.py", "contour", "no height", lambda: contour(flat, [], (0, 1), (2, 2)), ValueError, "must be (low, high)…(2, 2)"),
    ("descent.py", "contour", "nan", lambda: contour(lambda x: NAN, []), OverflowError, "must be finite…got nan at [-4.5, 4.5]"),
    ("simplenet.py", "softmax", "empty", lambda: softmax([]), ValueError, "z must not be an empty list"),
    ("simplenet.py", "softmax", "text in it", lambda: softmax([1.0, "2"]), TypeError, "z must hold only numbers…got str"),
    ("simplenet.py", "softmax", "array", lambda: softmax(ndarray()), TypeError, "z must be a list; got ndarray (convert it with tolist())$"),
    ("simplenet.py", "softmax", "ragged", lambda: softmax([[0.6, 0.9], [0.6]]), ValueError, "z[1] must have length 2; got length 1"),
    ("simplenet.py", "log_softmax", "number in batch", lambda: log_softmax([[1.0], 2.0]), TypeError, "z[1] must be a list; got float"),
    ("simplenet.py", "cross_entropy_error", "no softmax", lambda: error_of(0, [0.9, 0.3, 0.2]), ValueError, "y (after softmax) must be probabilities…the sum 1.4"),
    ("simplenet.py", "cross_entropy_error", "y empty", lambda: error_of(0, []), ValueError, "y must not be an empty list"),
    ("simplenet.py", "cross_entropy_error", "second y", lambda: error_of([0, 0], ([0.5, 0.5], [0.9, 0.9])), ValueError, "y[1] (after softmax) must be probabilities…1.8"),
    ("simplenet.py", "cross_entropy_error", "negative", lambda: error_of(0, [-0.5, 1.5]), ValueError, "y (after softmax) must be probabilities…the smallest -0.5"),
    ("simplenet.py", "cross_entropy_error", "y nan", lambda: error_of(0, [NAN, 0.5]), ValueError, "y (after softmax) must be probabilities…the sum nan"),
    ("simplenet.py", "cross_entropy_error", "sum too large", lambda: error_of(0, [0.5, 0.5011]), ValueError, "y (after softmax) must be probabilities…1.0011"),
    ("simplenet.py", "cross_entropy_error", "t -1", lambda: error_of(-1), ValueError, "t" + CLASS + "-1"),
    ("simplenet.py", "cross_entropy_error", "t 3", lambda: error_of(3), ValueError, "t" + CLASS + "3"),
    ("simplenet.py", "cross_entropy_error", "t huge", lambda: error_of(10**400), ValueError, "t" + CLASS + "1000"),
    ("simplenet.py", "cross_entropy_error", "t float", lambda: error_of(2.0), TypeError, "t" + CLASS + "2.0"),
    ("simplenet.py", "cross_entropy_error", "t tuple", lambda: error_of((0, 0, 1)), TypeError, "t" + CLASS + "tuple"),
    ("simplenet.py", "cross_entropy_error", "t sum", lambda: error_of([1, 0, 1]), ValueError, "t must be probabilities…the sum 2"),
    ("simplenet.py", "cross_entropy_error", "text in t", lambda: error_of([0, 0, "1"]), TypeError, "t must hold only floats…got str"),
    ("simplenet.py", "cross_entropy_error", "second t", lambda: error_of([0, 3], THIRDS), ValueError, "t[1]" + CLASS + "3"),
    ("simplenet.py", "cross_entropy_error", "no list", lambda: error_of((0, 1), THIRDS), TypeError, "t must be a list of 2 answers; got tuple$"),
    ("simplenet.py", "cross_entropy_error", "answers", lambda: error_of([0], THIRDS), ValueError, "t must be a list of 2 answers; got a list of 1$"),
    ("simplenet.py", "SimpleNet", "empty", lambda: SimpleNet([]), ValueError, "W must not be an empty list"),
    ("simplenet.py", "SimpleNet", "empty row", lambda: SimpleNet([[]]), ValueError, "W[0] must not be an empty list"),
    ("simplenet.py", "SimpleNet", "vector", lambda: SimpleNet([1.0, 2.0]), ValueError, "W must be a list of rows…got numbers"),
    ("simplenet.py", "SimpleNet", "tuples", lambda: SimpleNet([(1.0,), (2.0,)]), TypeError, "W must hold only numbers, or only lists…got tuple"),
    ("simplenet.py", "SimpleNet", "one row twice", lambda: SimpleNet([[0.0] * 3] * 2), ValueError, "a list of its own; got one twice"),
    ("simplenet.py", "predict", "short", lambda: predict([0.6]), ValueError, "x must have length 2; got length 1"),
    ("simplenet.py", "predict", "batch too short", lambda: predict([[0.6], [0.9]]), ValueError, "x[0] must have length 2; got length 1"),
    ("simplenet.py", "loss", "x number", lambda: zero_net().loss(0.6, 2), TypeError, "x must be a list; got float"),
    ("simplenet.py", "loss", "x empty", lambda: zero_net().loss([], 2), ValueError, "x must not be an empty list"),
    ("simplenet.py", "gradient", "second t", lambda: zero_net().gradient(list(TWO), [0, -1]), ValueError, "t[1]" + CLASS + "-1"),
    ("simplenet.py", "trace", "batch", lambda: zero_net().trace(list(TWO), [0, 1]), ValueError, "x must be one sample…batch"),
    ("simplenet.py", "trace", "other probabilities", lambda: zero_net().trace([1, 2], [0.2, 0.3, 0.5]), ValueError, "trace needs a t like 2 or [0, 0, 1]; got fractions"),
]  # fmt: skip


def rows_of_errors():
    rows = []
    for file, function, name, call, error, words in ERRORS:
        id = f"{function}-{name}".replace(" ", "-")
        rows.append(pytest.param(call, error, words, id=id, marks=needs(file)))
    return rows


class TestErrors:
    @pytest.mark.parametrize("call, error, words", rows_of_errors())
    def test_error(self, call, error, words):
        row = inspect.getsource(
            call
        ).strip()  # of the table, for the reader of a failure
        try:
            call()
            message = "no error was raised"
        except Exception as caught:
            message = f"{type(caught).__name__}: {caught}"
        assert message.startswith(error.__name__), f"{message}, but expected: {row}"
        for word in words.split("…"):
            assert word in message + "$", row  # $ is the end
        assert len(message) <= 160 + len(error.__name__) + 2 and "\n" not in message


# --- the files together ---------------------------------------------------------------


def run(folder, *arguments):
    """Run Python in a folder, and return the lines that it prints."""
    command = [sys.executable, "-B", "-X", "utf8"] + list(arguments)
    result = subprocess.run(
        command,
        cwd=str(folder),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        timeout=60,  # a changed demo may never come to an end
    )
    text = result.stdout.decode("utf-8")
    assert result.returncode == 0, text
    return text.splitlines()


class TestFiles:
    @pytest.mark.parametrize("name", FILES)
    def test_each_file_uses_what_every_python_has_and_rounds_alike(self, name):
        for node in ast.walk(ast.parse(read(name))):
            line = f"line {getattr(node, 'lineno', '')}: "
            if isinstance(node, (ast.Import, ast.ImportFrom)):
                names = {alias.name for alias in node.names}
                assert names <= {"math", "random"}, line + "import only math and random"
            generators = (ast.Yield, ast.YieldFrom, ast.GeneratorExp)
            assert not isinstance(node, generators), line + "no generators"
            is_sum = isinstance(node, ast.Name) and node.id == "sum"
            assert not is_sum, line + "add in a loop, since sum() rounds differently"

    @pytest.mark.parametrize("name", FILES)
    def test_the_examples_in_the_docstrings_run(self, name):
        failed, attempted = doctest.testmod(importlib.import_module(name[:-3]))
        assert attempted > 1
        assert failed == 0

    def test_what_stands_in_two_files_is_the_same_code(self):
        copies = {}
        for name in FILES:
            for node in ast.parse(read(name)).body:
                if isinstance(node, ast.FunctionDef):
                    if ast.get_docstring(node):
                        node.body = node.body[1:]  # the docstring may differ
                    copies.setdefault(node.name, {})[ast.dump(node)] = name
        for name, versions in copies.items():
            assert len(versions) == 1, f"{name} differs in {list(versions.values())}"


# --- the demos ------------------------------------------------------------------------


def book_path():
    path = [[-3.0, 4.0]]
    gradient_descent(bowl, [-3.0, 4.0], 0.1, 20, lambda x: path.append(list(x)))
    return path


# The whole text of each demo, and the calls whose results stand at each {}.
DEMOS = {}

DEMOS["matrix.py"] = (
    """\
x = [0.6, 0.9]
W = [[0.47355232, 0.9977393, 0.84668094],
     [0.85557411, 0.03563661, 0.69422093]]

with NumPy        with lists          result
W.shape           shape(W)            (2, 3)
p = np.dot(x, W)  p = dot(x, W)       [1.05414809, 0.630716529, 1.1328074]
np.argmax(p)      argmax(p)           2
np.exp(p)         apply(math.exp, p)  [2.86952953, 1.87895642, 3.10435946]
np.zeros_like(x)  zeros_like(x)       [0.0, 0.0]

The product of x and W, print(trace_dot(x, W)):

dot[0] = 0.6 * 0.47355232 + 0.9 * 0.85557411 = 1.05414809
dot[1] = 0.6 * 0.9977393 + 0.9 * 0.03563661 = 0.630716529
dot[2] = 0.6 * 0.84668094 + 0.9 * 0.69422093 = 1.1328074

The transpose of W, which is W.T in NumPy and transpose(W) here:

    [0.47355232, 0.85557411]
    [0.9977393, 0.03563661]
    [0.84668094, 0.69422093]

A step point - 0.1 * grad, from [3.0, 4.0] with the gradient [6.0, 8.0]:

subtract(point, multiply(0.1, grad))
    = [2.4, 3.2]

Be careful: point + grad joins the lists, [3.0, 4.0, 6.0, 8.0],
and 2 * grad joins grad to itself, [6.0, 8.0, 6.0, 8.0].
""",
    lambda: [],
)

DEMOS["gradient.py"] = (
    """\
f(x) is x0 * x0 + x1 * x1. print(trace_gradient(f, [3.0, 4.0])):

{}

The book's three gradients, print(numerical_gradient(f, x)):

    at x = [3.0, 4.0]: [6.00000000000378, 7.999999999999119]
    at x = [0.0, 2.0]: [0.0, 4.000000000004]
    at x = [3.0, 0.0]: [6.000000000012662, 0.0]

Figure 4-9, print(quiver(f)). ↓↓↓ is steep, ↓·· is less steep. All arrows
point at the minimum here, as nearly as eight directions allow:

{}

In general they do not. In the long bowl x0 * x0 / 20 + x1 * x1, most
arrows point straight up or down, and not at ···, the minimum:

{}
""",
    lambda: [
        trace_gradient(bowl, [3.0, 4.0]),
        quiver(bowl),
        quiver(lambda x: x[0] * x[0] / 20 + x[1] * x[1], (-10.0, 10.0)),
    ],
)

DEMOS["descent.py"] = (
    """\
f(x) is x0 * x0 + x1 * x1. print(trace_descent(f, [-3.0, 4.0], lr=0.1)):

{}

Figure 4-10, 20 steps from S to E, print(contour(f, path)).
From . to #, f grows:

{}

A good learning rate, one that is too small, and one that is too large.
Each number n in x has the slope 2 * n, so a step leads from n to
n - lr * 2 * n, which is n * (1 - 2 * lr):

    lr     1 - 2 * lr    100 steps from [-3.0, 4.0] lead to
    0.1    0.8           [-6.111107928998789e-10, 8.148143905314271e-10]
    1e-10  0.9999999998  [-2.999999939999995, 3.9999999199999934]
    10     -19           [-25898374737328.363, -1295248616896.5398]

With lr = 0.1, x0 ends at -3 * 0.8 ** 100 = -6.11110793e-10.
With lr = 10, x grows until x + 1e-4 is rounded to x. Then all slopes are
measured as 0, so x stops there, and there is no error.
""",
    lambda: [
        trace_descent(bowl, [-3.0, 4.0], 0.1),
        contour(bowl, book_path()),
    ],
)

DEMOS["simplenet.py"] = (
    """\
The book's sample, x = [0.6, 0.9], t = [0, 0, 1]: print(net.trace(x, t))

{}

The book measures dW, by moving each weight by +h and by -h:

    dW[0][0]: measured 0.21924763, by formula 0.21924763
    dW[0][1]: measured 0.14356247, by formula 0.14356247
    dW[0][2]: measured -0.36281009, by formula -0.36281009
    dW[1][0]: measured 0.32887144, by formula 0.32887144
    dW[1][1]: measured 0.21534370, by formula 0.21534370
    dW[1][2]: measured -0.54421514, by formula -0.54421514

If W[1][2] grows by 0.01, the loss changes by -0.00543246.
The slope dW[1][2] predicts about -0.00544215.

Training, with W[i][j] = W[i][j] - lr * dW[i][j] and lr = 1.0:

    step 0: loss 0.92806854, y = [0.365413, 0.239271, 0.395317]
    step 1: loss 0.42041008, y = [0.195131, 0.148091, 0.656777]
    step 10: loss 0.05620918, y = [0.029065, 0.025594, 0.945341]
    step 100: loss 0.00569720, y = [0.002924, 0.002757, 0.994319]
    step 1000: loss 0.00056983, y = [0.000289, 0.000281, 0.999430]
""",
    lambda: [
        net_of(*W).trace([0.6, 0.9], 2),
    ],
)


class TestDemos:
    @pytest.mark.parametrize("name", FILES)
    def test_each_demo_prints_what_it_should(self, name, tmp_path):
        shutil.copy(os.path.join(HERE, name), str(tmp_path))
        lines = run(tmp_path, "-I", name)
        text, calls = DEMOS[name]
        assert lines == text.format(*calls()).splitlines()
        assert max(len(line) for line in lines) <= 80
        assert os.listdir(str(tmp_path)) == [name]

    @needs("simplenet.py")
    def test_the_net_of_the_demo_is_left_as_in_the_book(self):
        code = "import runpy; names = runpy.run_path('simplenet.py', None, '__main__')"
        code += "; print(names['net'].loss(names['x'], names['t']))"
        assert run(HERE, "-c", code)[-1][:10] == "0.92806853"


# --- the pages ------------------------------------------------------------------------

PAGES = ["README.md", ".github/experiments.md", ".github/zh.md"]
PAGES = [page for page in PAGES if os.path.exists(os.path.join(HERE, page))]


def sections(page):
    """Return the sections of a page as [(title, [(language, code), ...]), ...]."""
    result = [("top", [])]
    pattern = r"(?ms)^```(\w*)\n(.*?)^```$|^#+ ([^\n]*)$"
    for language, code, title in re.findall(pattern, read(page)):
        if title:
            result.append((title, []))
        else:
            result[-1][1].append((language, code))
    return result


def sessions():
    """Return a case for each section of a page that has sessions."""
    cases = []
    for page in PAGES:
        for title, blocks in sections(page):
            code = "\n".join([code for kind, code in blocks if kind == "pycon"])
            if code:
                short = re.sub(r"(?a)\W+", "-", f"{page} {title}").strip("-")[:50]
                cases.append(pytest.param(code, id=short))
    return cases


def blocks_of(page, language):
    return [
        code
        for _, blocks in sections(page)
        for kind, code in blocks
        if kind == language
    ]


class TestPages:
    @needs(*ALL)
    @pytest.mark.parametrize("code", sessions())
    def test_each_section_runs_on_its_own(self, code):
        # An empty line within a session is one of the output.
        code = re.sub(r"\n\n(?!>>>|$)", "\n<BLANKLINE>\n", code)
        test = doctest.DocTestParser().get_doctest(code, {}, "session", None, 0)
        report = []
        runner = doctest.DocTestRunner(verbose=False)
        failed, attempted = runner.run(test, out=report.append)
        assert failed == 0, "".join(report)
        assert attempted > 0

    @needs("README.md")
    def test_the_readme_shows_what_the_first_command_prints(self):
        assert blocks_of("README.md", "sh")[0] == "python3 gradient.py\n"
        assert blocks_of("README.md", "text")[0] in trace_gradient(bowl, [3.0, 4.0])

    @needs("README.md", ".github/zh.md")
    def test_the_chinese_page_has_the_commands_and_the_functions_of_the_readme(self):
        assert blocks_of(".github/zh.md", "sh") == blocks_of("README.md", "sh")
        shown = "".join(blocks_of(".github/zh.md", "pycon"))
        for name in ["numerical_gradient(f, x)", "gradient_descent(f, init_x"]:
            pattern = rf"(?m)^>>> def {re.escape(name)}.*\n(?:\.\.\. .*\n)+"
            (code,) = re.findall(pattern, "".join(blocks_of("README.md", "pycon")))
            assert code in shown
        (code,) = re.findall(r"(?m)^>>> class simpleNet:\n(?:\.\.\. .*\n)+", shown)
        assert code in "".join(blocks_of("README.md", "pycon"))
