"""What every program needs that talks to a terminal: how to start and stop,
what may be typed, how far it is, what the terminal can show, files kept whole.
"""
