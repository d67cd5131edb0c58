"""Windows as far as it can be played on Linux, in every Python that starts here.

`python3 -m tests.played windows` lays it into a Python of its own as sitecustomize.
Purenet's and the tests' own `os.name` and `sys.platform` are turned as they are
compiled; to the standard library the system stays what it is. Not played: `\\` in
paths, case that does not matter, a console's own functions.
"""

import ast
import builtins
import errno
import fcntl
import functools
import importlib.machinery
import io
import locale
import multiprocessing.popen_fork as popen_fork
import os
import signal
import stat
import subprocess
import sys
import time
import zipimport

CODE_PAGE = "cp936"  # what a Chinese Windows writes where nobody asks for more
RESERVED = {"con", "nul", "aux", "prn", *(f"{x}{n}" for x in ("com", "lpt") for n in range(1, 10))}  # fmt: skip  # noqa: E501
SENTENCES = {
    errno.ENOENT: "The system cannot find the path specified",
    errno.EACCES: "Access is denied",
    errno.EEXIST: "Cannot create a file when that file already exists",
    errno.ENOTDIR: "The directory name is invalid",
    errno.ENOTEMPTY: "The directory is not empty",
    errno.EINVAL: "The filename, directory name, or volume label syntax is incorrect",
    errno.EBUSY: "The process cannot access the file because it is being used by "
    "another process",
}
FIRST = int(os.environ.setdefault("PLAYED_FIRST", str(os.getpid())))
kill, open_file, replace, stat_of = os.kill, io.open, os.replace, os.stat

# What is not there.
for name in "grp pwd resource termios tty pty fcntl".split():
    sys.modules[name] = None
for name in """fork forkpty getuid geteuid getgid killpg setsid getpgid getpgrp nice
        sched_getaffinity getloadavg fchmod fchown chown lchown mkfifo mknod""".split():
    vars(os).pop(name, None)
for name in [*vars(signal)]:
    if name[:3] == "SIG" and name[3:] not in "ABRT FPE ILL INT SEGV TERM _DFL _IGN":
        del vars(signal)[name]
for name in "alarm pause setitimer getitimer pthread_kill pthread_sigmask".split():
    vars(signal).pop(name, None)


# What os.name and sys.platform are, for code outside the standard library. What a
# test has put there instead stays.
class Real(str):
    pass


def turned(name):
    return {"posix": "nt", "linux": "win32"}[name] if type(name) is Real else name


class Turned(ast.NodeTransformer):
    def visit_Attribute(self, node):
        if ast.unparse(node) not in ("os.name", "sys.platform"):
            return self.generic_visit(node)
        if not isinstance(node.ctx, ast.Load):
            return node
        call = ast.Call(ast.Name("turned", ast.Load()), [node], [])
        return ast.fix_missing_locations(ast.copy_location(call, node))


def source_to_code(self, data, path, **options):
    if not path.startswith((sys.base_prefix, sys.prefix)):
        data = Turned().visit(ast.parse(data))
    return compiled(self, data, path, **options)


def set_data(self, path, data, **options):
    """Keep what is compiled for the next to start, but not of copies for a test."""
    if path.startswith((CACHE + os.environ["PLAYED"], CACHE + sys.base_prefix)):
        keep(self, path, data, **options)


os.name, sys.platform, builtins.turned = Real(os.name), Real(sys.platform), turned
compiled = importlib.machinery.SourceFileLoader.source_to_code
keep = importlib.machinery.SourceFileLoader.set_data
importlib.machinery.SourceFileLoader.source_to_code = source_to_code
importlib.machinery.SourceFileLoader.set_data = set_data
zipimport._compile_source = lambda path, data: compile(
    Turned().visit(ast.parse(data)), path, "exec", dont_inherit=True
)
CACHE = sys.pycache_prefix = os.path.join(sys.prefix, "cache")
sys.dont_write_bytecode = False


# Files: what is open stays, some names cannot be, and other words for it.
def error(number, *paths):
    return OSError(number, SENTENCES[number], *map(os.fspath, paths))


def impossible(path):
    base = os.path.basename(os.fsdecode(path))
    return set(base) & set('<>:"|?*') or base.split(".")[0].lower() in RESERVED


def in_use(path):
    """Say whether a process of the play has a file open, or is in a folder."""
    path = os.path.realpath(path)
    for number in os.listdir("/proc"):
        if number.isdigit() and int(number) >= FIRST:
            try:
                for link in [f"/proc/{number}/cwd", *os.scandir(f"/proc/{number}/fd")]:
                    if os.readlink(link) == path:
                        return True
            except OSError:  # it has ended
                continue
    return False


def as_there(function, asked=None):
    """Return a function of os that asks before, and says errors in Windows' words."""

    def call(*paths, **options):
        if asked and not isinstance(paths[0], int):
            asked(*paths[:2])
        try:
            return function(*paths, **options)
        except OSError as problem:
            problem.strerror = SENTENCES.get(problem.errno, problem.strerror)
            raise

    return functools.partial(call)  # in a class it does not become a method


def named(path, *_):
    if impossible(path):
        raise error(errno.EINVAL, path)


def moved(source, target):
    named(target)
    if in_use(source) or in_use(target) or os.path.isdir(target) or kept(target):
        raise error(errno.EACCES, source)


def renamed(source, target):
    if os.path.lexists(target):
        raise error(errno.EEXIST, source)
    moved(source, target)


def removed(path):
    if in_use(path):
        raise error(errno.EBUSY, path)
    if kept(path) or os.path.isdir(path) and not os.path.islink(path):
        raise error(errno.EACCES, path)


def left(path):
    if in_use(path):
        raise error(errno.EBUSY, path)


def kept(path):
    return os.path.isfile(path) and not stat_of(path).st_mode & stat.S_IWRITE


def access(path, mode, **_):  # a folder says of itself that it can be written
    return os.path.exists(path) and not (mode & os.W_OK and kept(path))


def chmod(path, mode, **_):  # which knows no more than "read only", and of files
    if not os.path.isdir(path):
        chmod_of(path, 0o666 if mode & stat.S_IWRITE else 0o444)


def symlink(source, target, *_, **__):
    raise OSError(errno.EINVAL, "A required privilege is not held by the client")


def fsync(file):
    if not control(file, fcntl.F_GETFL) & (os.O_WRONLY | os.O_RDWR):
        raise OSError(errno.EBADF, os.strerror(errno.EBADF))
    sync(file)


def opened(
    file, mode="r", buffering=-1, encoding=None, errors=None, newline=None, **more
):
    if not isinstance(file, int) and not more.get("opener"):
        if impossible(file):
            raise OSError(errno.EINVAL, os.strerror(errno.EINVAL), file)
        if os.path.isdir(file):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), file)
    if "b" not in mode:
        if encoding in (None, "locale"):
            encoding = locale.getpreferredencoding()
        if newline is None and not set(mode) & set("r+"):
            newline = "\r\n"
    return open_file(file, mode, buffering, encoding, errors, newline, **more)


control, sync, chmod_of, text_of = fcntl.fcntl, os.fsync, os.chmod, io.TextIOWrapper
for name in "stat lstat listdir scandir".split():
    setattr(os, name, as_there(getattr(os, name)))
os.replace, os.rename = as_there(os.replace, moved), as_there(os.rename, renamed)
os.unlink = os.remove = as_there(os.unlink, removed)
os.mkdir, os.rmdir = as_there(os.mkdir, named), as_there(os.rmdir, left)
os.access, os.chmod, os.symlink, os.fsync = access, as_there(chmod), symlink, fsync
io.open = builtins.open = opened


CMD = """taskkill() {  # /F /T /PID number
    for child in $(pgrep -P $4); do taskkill /F /T /PID $child; done; kill -9 $4; }
"""


# Processes: what ends one ends it at once, with status 1.
class Popen(subprocess.Popen):
    def __init__(self, args, *rest, **options):
        if options.get("preexec_fn") or options.get("pass_fds"):
            raise ValueError("preexec_fn is not supported on Windows platforms")
        apart = options.pop("creationflags", 0) & subprocess.CREATE_NEW_PROCESS_GROUP
        options["start_new_session"] = bool(apart)  # Ctrl-C does not reach it
        if options.get("shell"):
            args = CMD + args.replace("set /p x= &", "read x;")
        elif args[0] == sys.executable and "-S" in args:  # the play is in its site
            args = [*args]
            args.remove("-S")
        super().__init__(args, *rest, **options)

    def send_signal(self, number):
        if number not in (signal.SIGTERM, 0, 1):
            raise ValueError(f"Unsupported signal: {number}")
        super().send_signal(number)

    def kill(self):
        self.terminate()

    def _handle_exitstatus(self, status):
        super()._handle_exitstatus(status)
        self.returncode = 1 if self.returncode < 0 else self.returncode


subprocess.Popen, subprocess.CREATE_NEW_PROCESS_GROUP = Popen, 0x200
popen_fork.Popen.kill = popen_fork.Popen.terminate
os.kill = lambda number, _: kill(number, 9)


# Clocks of 15.6 ms.
def coarse(clock):
    return lambda: clock() // (1 / 64) / 64


time.monotonic, time.process_time = coarse(time.monotonic), coarse(time.process_time)


# What is printed: CRLF, in the code page, and a broken pipe is an invalid argument.
class Pipe(io.FileIO):
    def write(self, data):
        try:
            return super().write(data)
        except BrokenPipeError:
            raise OSError(errno.EINVAL, os.strerror(errno.EINVAL)) from None


def stream(old):
    old.flush()
    page = old.isatty() or sys.flags.utf8_mode or os.environ.get("PYTHONIOENCODING")
    encoding, through = old.encoding if page else CODE_PAGE, old.write_through
    file = io.BufferedWriter(Pipe(old.fileno(), "w", closefd=False))
    return text_of(
        file, encoding, old.errors, "\r\n", old.line_buffering or through, through
    )


first = sys.__stdout__, sys.__stderr__  # kept: with them the files would be closed
sys.stdout, sys.stderr = sys.__stdout__, sys.__stderr__ = [*map(stream, first)]
if not sys.flags.utf8_mode:
    locale.getpreferredencoding = lambda *_: CODE_PAGE
    locale.getencoding = lambda: CODE_PAGE
