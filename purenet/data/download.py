"""Get LeCun's four files of MNIST from the public mirrors.

Only contents with the published length and SHA-256 are kept, whichever mirror they
came from. The way there is HTTPS, redirects included, and takes no more bytes than the
file has.
"""

from __future__ import annotations

import errno
import hashlib
import io
import socket
import sys
import time
from collections.abc import Iterator, Sequence
from http.client import HTTPException
from pathlib import Path
from typing import Any, NamedTuple
from urllib import request
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit

from purenet.console.replacing import check_place, write
from purenet.data import DataError, Progress
from purenet.data.stream import Stream, opened
from purenet.words import say

MIRRORS = (
    "https://ossci-datasets.s3.amazonaws.com/mnist/",
    "https://storage.googleapis.com/cvdf-datasets/mnist/",
)

# A mirror may be silent for so many seconds, and after those send no less a second.
TIMEOUT = 20.0
SLOWEST = 2_000


class Published(NamedTuple):
    """A file as it was published: its contents, and the bytes of the gzip file."""

    name: str
    packed: int
    size: int
    sha256: str


FILES = tuple(
    Published(*facts)
    for facts in (
        ("train-images-idx3-ubyte.gz", 9_912_422, 47_040_016,
         "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db"),
        ("train-labels-idx1-ubyte.gz", 28_881, 60_008,
         "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5"),
        ("t10k-images-idx3-ubyte.gz", 1_648_877, 7_840_016,
         "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7"),
        ("t10k-labels-idx1-ubyte.gz", 4_542, 10_008,
         "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2"),
    )
)  # fmt: skip


class NoConnection(DataError):
    """A mirror could not be reached at all."""


def there(file: Published, folder: Path) -> bool:
    """Return whether the file is in the folder already, as it was published.

    >>> there(FILES[3], Path("no/such/folder"))
    False
    """
    try:
        with opened(folder / file.name) as stream:
            _verify(stream, file)
    except DataError:
        return False
    return True


def fetch(
    file: Published, folder: Path, mirrors: Sequence[str] = MIRRORS,
    opener: request.OpenerDirector | None = None, progress: Progress | None = None,
) -> str:  # fmt: skip
    """Put the file into the folder and return the mirror it came from.

    progress: called with the bytes that have come and those expected.

    >>> fetch(FILES[3], Path("digits"), mirrors=()) #doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    purenet.data.DataError: There is no connection to the mirrors of ...
    """
    failures: list[tuple[str, DataError]] = []
    for mirror in mirrors:
        try:
            folder.mkdir(parents=True, exist_ok=True)
            check_place(folder / file.name)
            data = b"".join(_pieces(mirror + file.name, file, opener, progress))
            _verify(Stream(io.BytesIO(data)), file)
            write(data, folder / file.name)
            return mirror
        except DataError as error:  # of the mirror, or of what it sent
            failures.append((mirror, error))
    raise DataError(_by_hand(file, folder, failures))


def _verify(stream: Stream, file: Published) -> None:
    digest = hashlib.sha256()
    for piece in stream.pieces(file.size):
        digest.update(piece)
    if digest.hexdigest() != file.sha256 or not stream.ended():
        raise DataError("the contents are not those that were published")


def https_only(*handlers: request.BaseHandler) -> request.OpenerDirector:
    """Return an opener of URLs that knows https and nothing else.

    >>> https_only().open("http://localhost/")
    Traceback (most recent call last):
        ...
    urllib.error.URLError: <urlopen error unknown url type: http>
    """
    if not hasattr(request, "HTTPSHandler"):
        raise DataError("this Python cannot speak https: it was built without OpenSSL")
    opener = request.OpenerDirector()
    kinds = (request.ProxyHandler, request.UnknownHandler, _HttpsRedirects,
             request.HTTPDefaultErrorHandler, request.HTTPErrorProcessor)  # fmt: skip
    for handler in (
        *(kind() for kind in kinds),
        *(handlers or (request.HTTPSHandler(),)),
    ):
        opener.add_handler(handler)
    return opener


class _HttpsRedirects(request.HTTPRedirectHandler):
    def http_error_302(self, *args: Any, **named: Any) -> Any:
        try:
            return super().http_error_302(*args, **named)
        except ValueError:  # the new address is none
            args[1].close()
            raise

    http_error_301 = http_error_303 = http_error_302
    http_error_307 = http_error_308 = http_error_302

    def redirect_request(self, req: Any, fp: Any, *rest: Any) -> Any:
        fp.close()  # or all of this answer's body would be read, endless or not
        if urlsplit(rest[-1]).scheme != "https":
            raise DataError("it redirects to an address that is not https")
        return super().redirect_request(req, fp, *rest)


def _pieces(
    url: str, file: Published, opener: request.OpenerDirector | None,
    progress: Progress | None,
) -> Iterator[bytes]:  # fmt: skip
    """Yield what a mirror sends, as long as it may be the file."""
    try:
        with (opener or https_only()).open(url, timeout=TIMEOUT) as response:
            start, count = time.monotonic(), 0
            while piece := response.read1(1 << 16):
                count += len(piece)
                # Unpacked contents will do as well, and nothing is longer.
                if count > file.size:
                    raise DataError("it sends more than the file has")
                seconds = time.monotonic() - start
                if seconds > TIMEOUT and count < SLOWEST * seconds:
                    raise DataError("it is too slow")
                if progress:
                    progress(count, max(count, file.packed))
                yield piece
    except DataError:
        raise
    except HTTPError as error:
        error.close()
        answer = say("it answers {} {}", error.code, str(error.reason)[:200])
        raise DataError(answer) from None
    except URLError as error:
        kind = NoConnection if _unreachable(error.reason) else DataError
        raise kind(str(error.reason)[:200]) from None
    except (HTTPException, OSError, ValueError) as error:
        raise DataError(str(error)[:200] or type(error).__name__) from None


def _unreachable(reason: object) -> bool:
    kinds = (socket.gaierror, socket.timeout, TimeoutError, ConnectionError)
    numbers = (errno.ENETUNREACH, errno.EHOSTUNREACH, errno.ENETDOWN)
    return isinstance(reason, kinds) or getattr(reason, "errno", None) in numbers


def _by_hand(
    file: Published, folder: Path, failures: list[tuple[str, DataError]]
) -> str:
    names = ", ".join(file.name for file in FILES)
    reasons = "; ".join(say("{}: {}", mirror, error) for mirror, error in failures)
    if sys.platform == "darwin" and "CERTIFICATE_VERIFY_FAILED" in reasons:
        cure = "{}; Install Certificates.command, beside Python in Applications, helps"
        reasons = say(cure, reasons)
    by_hand = (reasons, names, folder)
    if all(isinstance(error, NoConnection) for _, error in failures):
        return say(
            "There is no connection to the mirrors of MNIST ({}). By hand, put {} "
            "into {}",
            *by_hand,
        )
    no = "{} could not be downloaded ({}). By hand, put {} into {}"
    return say(no, file.name, *by_hand)
