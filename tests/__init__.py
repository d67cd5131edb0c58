"""purenet's tests. Run them all: python3 -m unittest"""
