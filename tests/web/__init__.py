"""What the tests of pages share: a program that serves one, a browser that opens it."""

import contextlib
import http.client
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from tests import HEED, ROOT

SHOTS = os.environ.get("PURENET_SHOTS")
SWITCHES = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run "
    "--disable-background-networking --disable-component-update --disable-sync"
).split()


@contextlib.contextmanager
def served(*words, home=None, **environ):
    """Start a program of ours; yield it, and its lines up to its page's address.

    home: where what is made is kept, a new folder if none is named.
    """
    with contextlib.ExitStack() as stack:
        home = home or stack.enter_context(tempfile.TemporaryDirectory())
        more = {"HOME": home, "XDG_DATA_HOME": home, "PYTHONPATH": str(ROOT), **environ}
        process = subprocess.Popen(
            [sys.executable, "-Sm", "purenet", *words], stdout=subprocess.PIPE,
            stderr=subprocess.PIPE, text=True, cwd=home, env={**os.environ, **more},
            start_new_session=True, preexec_fn=HEED,
        )  # fmt: skip
        try:
            lines = []
            while not lines or not lines[-1].startswith("http://"):
                lines.append(process.stdout.readline())
                if not lines[-1]:
                    raise AssertionError(f"{lines}: ended before the address")
            yield process, [line.rstrip("\n") for line in lines]
        finally:
            process.kill()
            process.communicate()


def asked(port, method, path, body=None, **headers):
    """Return status, headers and text of what a server on this machine answers."""
    with contextlib.closing(http.client.HTTPConnection("127.0.0.1", port, 20)) as line:
        line.request(method, path, body, headers)
        with line.getresponse() as answer:
            return answer.status, answer.headers, answer.read().decode(errors="replace")


@contextlib.contextmanager
def browser():
    """Open the browser: $CHROMIUM, the installed one, or Playwright's own."""
    from playwright.sync_api import sync_playwright

    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium")
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=chromium, args=SWITCHES)
        yield launched
        launched.close()


def watched(page, *own):
    """Return a list that grows by what a page says, and asks for from elsewhere."""
    said = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda request: said.append(request.url))
    return filter(lambda line: not line.startswith(own), said)


def check_axe(page, where):
    """Fail where npm's axe-core, $PURENET_AXE, finds anything serious on a page."""
    if "PURENET_AXE" not in os.environ:
        print("  left out: $PURENET_AXE names no axe.min.js")
        return
    script = Path(os.environ["PURENET_AXE"]).read_text(encoding="utf-8")
    line = page.context.new_cdp_session(page)  # a page's own rules forbid scripts
    line.send("Runtime.evaluate", {"expression": script})
    found = page.evaluate("axe.run()")["violations"]
    print(f"  axe, {where}: {[each['id'] for each in found]}")
    bad = [
        (each["id"], each["impact"], [node["html"] for node in each["nodes"]])
        for each in found
        if each["impact"] in ("serious", "critical")
    ]
    assert not bad, (where, bad)
