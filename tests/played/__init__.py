"""Systems that are not at hand, played on Linux: python3 -m tests.played"""
