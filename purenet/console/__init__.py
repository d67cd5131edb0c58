"""What every program needs that talks to a terminal.

programs     which there are, how they begin and how they end
arguments    what may be typed: options, and numbers with bounds
progress     how far it is
terminal     what the terminal can show
replacing    files written whole, or kept elsewhere
spreadsheet  tables as files for one
child        a Python of ours in a process of its own
job          what bounds one on Windows
workers      processes that share work
"""
