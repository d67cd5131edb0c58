"""Tools that make anew what comes along: python3 -m lessons.making NAME."""
