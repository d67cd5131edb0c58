"""Every doctest of the package is a test."""

import contextlib
import doctest
import importlib
import io
import linecache
import pkgutil
import unittest

import purenet


class Doctests(unittest.TestCase):
    """A test a module, named after it; they are added below."""


def doctests_of(name):
    def test(self):
        module = importlib.import_module(name)
        linecache.clearcache()  # doctest looks at each file in it, for each docstring
        with contextlib.redirect_stdout(io.StringIO()) as out:
            result = doctest.testmod(module, optionflags=doctest.DONT_ACCEPT_TRUE_FOR_1)
        self.assertEqual(result.failed, 0, out.getvalue())

    return test


for module in pkgutil.walk_packages(purenet.__path__, "purenet."):
    if not module.name.endswith("__main__"):
        name = "test_" + module.name.replace(".", "_")
        setattr(Doctests, name, doctests_of(module.name))
