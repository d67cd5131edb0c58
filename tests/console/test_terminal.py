"""What a terminal shows: the right style, lines that fit, colours that end."""

import io
import math
import random
import sys
import unittest
from unittest import mock

from purenet.console.terminal import STYLES, can, double_clicked, width
from purenet.data.image import Image
from purenet.pictures import terminal, terminal_charts


class Stream(io.StringIO):
    """A stream with an encoding of our own that may be a terminal."""

    encoding = None

    def __init__(self, encoding="utf-8", tty=True):
        super().__init__()
        self.encoding, self.isatty, self.fileno = encoding, lambda: tty, lambda: 1


@mock.patch("os.isatty", lambda number: True)
class CanTest(unittest.TestCase):
    @mock.patch.object(sys, "platform", "linux")
    def test_what_a_stream_can(self):
        colours = {"TERM": "xterm-256color", "COLORTERM": "truecolor"}
        for environ, style in (
            (colours, "24-bit"),
            ({"TERM": "xterm-256color", "COLORTERM": "24bit"}, "24-bit"),
            ({"TERM": "screen-256color"}, "256"), ({"TERM": "linux"}, "blocks"),
            ({"TERM": "dumb", "COLORTERM": "truecolor"}, "blocks"),
            ({"TERM": "xterm-256color", "NO_COLOR": "1"}, "blocks"), ({}, "blocks"),
        ):  # fmt: skip
            self.assertEqual(can(Stream(), environ), style, environ)
        self.assertEqual(can(Stream(tty=False), colours), "blocks")
        with mock.patch.object(sys, "platform", "win32"):
            for environ, style in (
                (colours, "blocks"),
                ({"WT_SESSION": "1"}, "24-bit"),
            ):
                self.assertEqual(can(Stream(), environ), style)
        for encoding in ("cp1252", "latin-1", "ascii", "cp437", "no-such", None):
            self.assertEqual(can(Stream(encoding), {}), "ascii", encoding)
        self.assertEqual(can(io.StringIO(), {}), "ascii")
        idle = Stream()
        idle.fileno = io.StringIO().fileno  # raises: there is no console below it
        self.assertEqual(can(idle, colours), "blocks")
        self.assertEqual(can(None, colours), "ascii")


class Kernel:
    """What Windows says of the processes at a console."""

    def __init__(self, *names):
        self.names = names

    def GetConsoleProcessList(self, numbers, count):
        numbers[: len(self.names)] = range(len(self.names))
        return len(self.names)

    def OpenProcess(self, access, inherit, number):
        return number

    def QueryFullProcessImageNameW(self, process, flags, name, size):
        name.value = "C:\\Windows\\" + self.names[process]

    def CloseHandle(self, process):
        pass


@mock.patch("os.isatty", lambda number: True)
class DoubleClicked(unittest.TestCase):
    def test_a_console_of_its_own(self):
        for names, own in (
            (["python.exe"], True),
            (["python.exe", "py.exe"], True),
            (["python.exe", "cmd.exe"], False),
            (["python.exe", "py.exe", "powershell.exe"], False),
        ):
            windows = {"platform": "win32", "stdin": Stream(), "stdout": Stream()}
            dll = mock.Mock(kernel32=Kernel(*names))
            dll = mock.patch("ctypes.windll", dll, create=True)
            with self.subTest(names), mock.patch.multiple(sys, **windows), dll:
                self.assertEqual(double_clicked(), own)

    def test_where_there_are_no_consoles(self):
        for stdin, stdout, own in ((True, False, False), (False, True, False),
                                   (False, False, True)):  # fmt: skip
            streams = {"stdin": Stream(tty=stdin), "stdout": Stream(tty=stdout)}
            with mock.patch.multiple(sys, platform="linux", **streams):
                self.assertEqual(double_clicked(), own)


class DrawnTest(unittest.TestCase):
    def setUp(self):
        rng = random.Random(1)
        greys = [[rng.choice((0, 0, 99, 255)) for _ in range(784)] for _ in range(7)]
        self.images = [Image(bytes(grey)) for grey in greys]

    def test_every_line_of_a_picture_is_equally_wide(self):
        weights = [math.sin(k) for k in range(784)]
        names = [str(n) for n in range(7)]
        for style in STYLES:
            digit = terminal.digit(self.images[0], style)
            for picture in (digit, terminal.weights(weights, style)):
                self.assertEqual({width(line) for line in picture}, {28})
                self.assertEqual(len(picture), 14)
            self.assertEqual("\x1b" in "".join(digit), style in ("24-bit", "256"))
            if style == "ascii":
                "".join(digit).encode("ascii")
            lines = terminal.digits(self.images, names, style)
            self.assertLessEqual(max(map(width, lines)), 80)

    def test_half_blocks_show_both_pixels(self):
        (line,) = terminal.grey_picture([[0, 255], [255, 0]], "24-bit")
        first = "\x1b[38;2;255;255;255;48;2;0;0;0m▀"
        self.assertEqual(line, first + "\x1b[38;2;0;0;0;48;2;255;255;255m▀\x1b[0m")

    def test_blank_digits_and_captions_that_do_not_fit(self):
        self.assertEqual(len(terminal.digits([Image(bytes(784))], ["nothing"])), 15)
        with self.assertRaisesRegex(ValueError, "^7 to draw, but 1 names$"):
            terminal.digits(self.images, ["one"])

    def test_weights_keep_their_sign_without_colours(self):
        self.assertEqual(terminal.weights([0.9, -0.9, 0.9, -0.9], "blocks"), ["#%"])


class ChartsTest(unittest.TestCase):
    def test_charts_fit_columns_and_encode(self):
        for style in STYLES:
            for lines in (
                terminal_charts.bars([0.1, 1.0, 1000.5], style=style),
                terminal_charts.curves([[1, 5, 2], [3, 3]], ["a", "b"], style),
                terminal_charts.function(math.tanh, -3, 3, style),
            ):
                self.assertLessEqual(max(map(width, lines)), 80)
                if style == "ascii":
                    "".join(lines).encode("ascii")

    def test_one_number_is_a_curve(self):
        self.assertIn("*", "".join(terminal_charts.curves([[5.0]])))
        lines = terminal_charts.curves([[5.0]], first=1, last=1)
        self.assertEqual(lines[-1].split(), ["1", "1"])

    def test_marks_that_would_lie_on_one_another_lie_side_by_side(self):
        lines = terminal_charts.curves([[1, 2], [1, 2], [1, 3]], "abc", high=3.0)
        for mark in "*o+":
            self.assertEqual("".join(lines[:-3]).count(mark), 2 + (mark == "+"))

    def test_values_outside_the_axis_are_left_out(self):
        lines = terminal_charts.curves([[0, 50, 2]], low=0, high=3, rows=4)
        self.assertEqual("".join(lines).count("*"), 2)
