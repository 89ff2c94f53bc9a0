# SPDX-License-Identifier: MIT-0
"""Check the ladder of README.md, "Write it yourself": python .ci/ladder.py

For each function of its table, in a copy of the project, the body is emptied, and the
command of the README must fail. With the body back, it must pass.
"""

import ast
import os
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
ROW = r"(?m)^\| \d+ \| `(\w+)`[^|]*\| (\w+\.py) \|.*`(Test\w+)`"


def read(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


def write(path, text):
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


def without_body(source, name):
    """Return the source of a module in which a function ends below its docstring."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef) and node.name == name:
            lines = source.splitlines()
            first = node.body[1].lineno - 1  # body[0] is the docstring
            return "\n".join(lines[:first] + lines[node.end_lineno :]) + "\n"
    sys.exit(f"{name} is not there")


def tests_pass(folder, test_class):
    command = [sys.executable, "-m", "pytest", "-q", "-x", "-k", test_class]
    result = subprocess.run(command, cwd=folder, stdout=subprocess.PIPE)
    text = result.stdout.decode("utf-8")
    if result.returncode not in (0, 1) or " error" in text.splitlines()[-1]:
        sys.exit(text)  # no test was found, or the tests could not be read
    return result.returncode == 0


rows = re.findall(ROW, read(os.path.join(ROOT, "README.md")))
if len(rows) < 10:
    sys.exit(f"README.md has only {len(rows)} rows of a ladder")
with tempfile.TemporaryDirectory() as folder:
    copy = os.path.join(folder, "copy")
    ignored = shutil.ignore_patterns(".git", ".venv", "__pycache__", ".pytest_cache")
    shutil.copytree(ROOT, copy, ignore=ignored)
    for name, module, test_class in rows:
        path = os.path.join(copy, module)
        source = read(path)
        if not tests_pass(copy, test_class):
            sys.exit(f"{test_class} fails although {name} has its body")
        write(path, without_body(source, name))
        if tests_pass(copy, test_class):
            sys.exit(f"{test_class} passes although {name} has no body")
        write(path, source)
        print(
            f"{name} in {module}: {test_class} fails without its body, passes with it"
        )
