"""Every doctest of the package runs with `python3 -m unittest`."""

import doctest
import importlib
import pkgutil
import unittest

import purenet


def load_tests(loader, tests, pattern):
    for module in pkgutil.walk_packages(purenet.__path__, "purenet."):
        if not module.name.endswith("__main__"):
            tests.addTests(
                doctest.DocTestSuite(
                    importlib.import_module(module.name),
                    optionflags=doctest.ELLIPSIS,
                )
            )
    return tests


if __name__ == "__main__":
    unittest.main()
