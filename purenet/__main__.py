"""Run a command by its name, or list them all."""

import sys


def main() -> int:
    """Run what the command line names, and return its exit status."""
    try:  # Ctrl-C may come while the modules are still read in
        from purenet import __version__, commands
        from purenet.console.programs import run_named
        from purenet.words import later

        if sys.argv[1:] == ["--version"]:
            print(f"purenet {__version__}")
            return 0
        return run_named(commands, later("command"), sys.argv[1:])
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
