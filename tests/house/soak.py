"""Pressure from outside, by hand and in small by CI: python3 -m tests.house.soak

Programs are killed at random moments, while they write or their processes are at
work, the page gets requests of every bad kind; the exit status is 1 where anything
was wrong. (Runs that are killed and resumed, damaged files and the worst ones are
in the long tests.)

    python3 -m tests.house.soak --kills 1000 --seconds 300
"""

import argparse
import contextlib
import http.client
import json
import os
import random
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

from tests import HEED, ROOT, python
from tests.web import served

SIGNALS = [signal.SIGTERM, signal.SIGINT]
if os.name == "posix":
    SIGNALS += [signal.SIGKILL, signal.SIGHUP]
TRAIN = "train --data built-in --train 50 --test 10 --epochs 12 --seed 3".split()
# What is started and killed; the files it may leave, which must be whole.
WRITERS = [
    ["check", "--list", "--in", "exercises"],
    ["check", "--hint", "07", "--in", "exercises"],
    ["lessons", "--to", "laid out"],
    ["pack", "all.pyz"],
    [*TRAIN, "--save", "net.npz", "--curve", "curve.svg", "--mistakes", "wrong.svg"],
    ["lessons", "--html", "site"],
]


# What has processes that are kept busy, by what the page is asked or at once.
LOOP = "while True: pass\n"
OWNERS = [
    (["check", "01", "--in", "."], None),
    (["demo", "race", "--rounds", "9999"], None),
    (["demo", "eta", "--epochs", "9999", "--data", "built-in"], None),
    (["draw", "--no-browser"], ("draw/learn", {"do": "run"})),
    (
        ["lessons", "--open", "--no-browser"],
        ("lessons/run",
         {"page": "01-perceptrons", "block": 0, "source": LOOP, "tab": "one"}),
    ),
]  # fmt: skip


def started(words, folder, out=subprocess.DEVNULL, **changes):
    environment = {**os.environ, "PYTHONPATH": str(ROOT), **changes}
    return subprocess.Popen(
        [sys.executable, "-m", "purenet", *words], cwd=folder, env=environment,
        stdin=subprocess.DEVNULL, stdout=out, stderr=subprocess.PIPE, preexec_fn=HEED
    )  # fmt: skip


def killed_while_writing(rng, folder):
    """Kill one of the writers at a random moment; return what is wrong, or nothing."""
    words = rng.choice(WRITERS)
    with started(words, folder) as run:
        time.sleep(rng.random() * 0.6)
        run.send_signal(rng.choice(SIGNALS))
        said = run.communicate()[1]
    if b"Traceback" in said and b"__main__.py" in said:  # else Python was starting
        return f"{words[0]}: a traceback: {said[-300:]!r}"
    for path in Path(folder).rglob("*"):
        if path.suffix in (".json", ".svg", ".html") and path.is_file():
            text = path.read_text(encoding="utf-8")
            ends = {".json": ("}", "]", "\n"), ".svg": (">", "\n"), ".html": ("\n",)}
            if path.name != ".asked.json" and not text.endswith(ends[path.suffix]):
                return f"{words[0]}: {path.name} is half written"
    return ""


def kills(rng, count):
    """Kill so many programs; return how many were well, and what was wrong."""
    wrong = []
    with tempfile.TemporaryDirectory() as folder:
        started(["check", "--start", "--in", "exercises"], folder).communicate()
        for _ in range(count):
            found = killed_while_writing(rng, folder)
            wrong += [found] * bool(found)
        for path in Path(folder).glob(".purenet-*.part"):
            os.utime(path, (0, 0))  # as if it were of another day
        started([*TRAIN, "--save", "last.json"], folder).communicate()
        left = [path.name for path in Path(folder).glob(".purenet-*.part")]
        if left:
            wrong.append(f"left behind: {left}")
    return count - len(wrong), wrong


def owners(rng, count, wrong):
    """Kill so many programs with busy processes: none of those may be left."""
    for number in range(count):
        words, question = rng.choice(OWNERS)
        mark = f"{os.getpid()}.{number}"
        with tempfile.TemporaryDirectory() as folder:
            Path(folder, "01_festival.py").write_bytes(LOOP.encode())
            run = started(words, folder, out=subprocess.PIPE, SOAK=mark)
            if question:
                ask(run, *question)
            while len(marked(mark)) < 3 and run.poll() is None:
                time.sleep(0.05)
            time.sleep(rng.random())
            signal_ = rng.choice(SIGNALS)
            run.send_signal(signal_)
            until = time.monotonic() + 2
            while marked(mark) and time.monotonic() < until:
                time.sleep(0.05)
            for pid in marked(mark):
                wrong.append(f"{words[0]}: after {signal_.name} {pid} is left")
                os.kill(pid, signal.SIGKILL)
            run.communicate()


def marked(mark):
    """Return the numbers of the processes that have this in their environment."""
    found = []
    for path in Path("/proc").glob("[0-9]*/environ"):
        with contextlib.suppress(OSError):
            if f"SOAK={mark}\0".encode() in path.read_bytes():
                found.append(int(path.parent.name))
    return found


def ask(run, name, question):
    """Ask a page that has just been started, and do not wait for its answer."""
    address = next(line for line in run.stdout if line.startswith(b"http")).decode()
    host, token = address.split("/")[2:4]
    connection = http.client.HTTPConnection(host, timeout=10)
    connection.request("POST", f"/{token}/{name}", json.dumps(question))


def hard_places(wrong):
    """Odd surroundings: each gives a sentence, or works; never a traceback."""
    run = "; from purenet.__main__ import main; sys.exit(main())"
    full = (
        "import sys, resource, signal"
        "; signal.signal(signal.SIGXFSZ, signal.SIG_IGN)"
        "; resource.setrlimit(resource.RLIMIT_FSIZE, (3000, 3000))"
        f"; sys.argv = ['purenet', *{[*TRAIN, '--save', 'n.json']}]"
    )
    gone = (
        "import sys, os, tempfile, shutil; d = tempfile.mkdtemp(); os.chdir(d)"
        "; shutil.rmtree(d); sys.argv = ['purenet', 'check', '05']"
    )
    with tempfile.TemporaryDirectory() as folder:
        for name, code, changes in (
            ("disk full", full, {}),
            ("folder deleted", gone, {}),
            ("no HOME", "import sys", {"HOME": ""}),
        ):
            _, _, errors = python("-c", code + run, folder=folder, **changes)
            if "Traceback" in errors:
                wrong.append(f"{name}: {errors[-300:]!r}")
        if Path(folder, "n.json").exists():
            wrong.append("disk full: a file is there")


def memory(process):
    with Path(f"/proc/{process.pid}/statm").open(encoding="ascii") as file:
        return int(file.read().split()[1]) * 4096 / 1e6


def page(rng, seconds, wrong):
    """Send the page what it should refuse; return how many requests were made."""
    with served("draw", "--no-browser") as (run, lines):
        return asked_badly(run, lines[-1], rng, seconds, wrong)


def asked_badly(run, address, rng, seconds, wrong):
    port, token = int(address.split(":")[2].split("/")[0]), address.split("/")[3]
    body = json.dumps({"grey": "AAAA", "width": 1, "height": 3}).encode()
    where = token.encode(), port
    good = b"POST /%s/draw/read HTTP/1.1\r\nHost: 127.0.0.1:%d\r\n" % where
    kinds = [
        good + b"Content-Length: %d\r\n\r\n" % len(body) + body,
        good + b"Content-Length: 99999999999\r\n\r\n",
        good + b"Content-Length: -1\r\n\r\n",
        good + b"Transfer-Encoding: chunked\r\n\r\nffffffff\r\n",
        good + b"Content-Length: 10\r\n\r\nhalf",
        good.replace(b"127.0.0.1", b"evil.example") + b"Content-Length: 2\r\n\r\n{}",
        good.replace(token.encode(), b"guess") + b"Content-Length: 2\r\n\r\n{}",
        b"GET /%s/../../etc/passwd HTTP/1.1\r\nHost: 127.0.0.1:%d\r\n\r\n" % where,
        b"\x00" * 4000, b"GET ", rng.randbytes(3000),
        good + b"Content-Length: 200000\r\n\r\n" + b"[" * 200_000
    ]  # fmt: skip
    asked = 0
    until, began = time.monotonic() + seconds, memory(run)

    def one(data):
        with (
            contextlib.suppress(OSError),
            socket.create_connection(("127.0.0.1", port), 5) as connection,
        ):
            connection.settimeout(0.2)
            connection.sendall(data)
            with contextlib.suppress(OSError):
                connection.recv(4000)

    while time.monotonic() < until:
        threads = [
            threading.Thread(target=one, args=(rng.choice(kinds),)) for _ in range(50)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        asked += len(threads)
    with contextlib.closing(http.client.HTTPConnection("127.0.0.1", port, 10)) as it:
        it.request("POST", f"/{token}/draw/hello", b"{}")
        if it.getresponse().status != 200:
            wrong.append("the page does not answer any more")
    grown = memory(run) - began
    if grown > 50:
        wrong.append(f"the page has grown by {grown:.0f} MB")
    return asked


def main(argv=None):
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--seed", type=int, default=random.randrange(10**6))
    parser.add_argument("--kills", type=int, default=10)
    parser.add_argument("--seconds", type=float, default=5)
    args = parser.parse_args(argv)
    rng = random.Random(args.seed)
    survived, wrong = kills(rng, args.kills)
    if Path("/proc/self/environ").exists():
        owners(rng, args.kills // 2, wrong)
    hard_places(wrong)
    refused = page(rng, args.seconds, wrong)
    for each in wrong:
        print(each)
    print(f"{survived} of {args.kills} kills survived, {refused:,} requests refused")
    print(f"{len(wrong)} wrong; seed {args.seed}")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
