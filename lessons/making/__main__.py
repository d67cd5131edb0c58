"""Run a tool by its name, or list them all."""

import sys


def main() -> int:
    """Run what the command line names, and return its exit status."""
    try:  # Ctrl-C may come while the modules are still read in
        from lessons import making
        from purenet.console.programs import run_named
        from purenet.words import later

        return run_named(making, later("tool"), sys.argv[1:])
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
