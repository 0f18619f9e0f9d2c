"""What the command prints: faults to standard output, everything else to standard error, plain in a pipe."""

from __future__ import annotations

import logging
import os
import shutil
import sys
import threading
from collections.abc import Iterable
from types import TracebackType
from typing import Self, TextIO

from generator.diagnostics import Diagnostic, Format, render

PATIENCE = 1.0
"""Seconds of work before anything is said about it."""


def write_output(text: str) -> None:
    """Print the result; a reader that has gone away (``| head``) is no fault of ours."""
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def write_faults(faults: Iterable[Diagnostic], form: Format) -> None:
    """Print the faults in the form asked for; in JSON also when there are none."""
    text = render(sorted(faults), form)
    if text:
        write_output(f"{text}\n")


class StatusLine:
    """One line about the work under way, on a terminal only, once the work has taken a second; gone when it ends."""

    def __init__(self, stream: TextIO | None = None, patience: float = PATIENCE) -> None:
        """Nothing is shown before ``patience`` seconds, and nothing at all where ``stream`` is no terminal."""
        self._stream = stream or sys.stderr
        self.visible = self._stream.isatty()
        self._text = ""
        self._shown = False
        self._lock = threading.Lock()
        self._timer = threading.Timer(patience, self._appear)
        self._timer.daemon = True

    def __enter__(self) -> Self:
        """Begin to wait."""
        if self.visible:
            self._timer.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Wipe the line."""
        self._timer.cancel()
        with self._lock:
            self._wipe()
            self._shown = False

    def tell(self, text: str) -> None:
        """Say what is done now."""
        with self._lock:
            self._text = text
            if self._shown:
                self._draw()

    def interrupt(self, text: str) -> None:
        """Print a line that stays, above the status."""
        with self._lock:
            self._wipe()
            self._stream.write(f"{text}\n")
            self._stream.flush()
            if self._shown:
                self._draw()

    def _appear(self) -> None:
        with self._lock:
            self._shown = True
            self._draw()

    def _draw(self) -> None:
        width = shutil.get_terminal_size().columns
        plain = "".join(sign for sign in self._text if sign.isprintable())
        self._stream.write(f"\r\x1b[K{plain[: width - 1]}")
        self._stream.flush()

    def _wipe(self) -> None:
        if self._shown:
            self._stream.write("\r\x1b[K")
            self._stream.flush()


class BuilderLog(logging.Handler):
    """Listens to the site builder: keeps the faults of the content, prints its warnings, shows the rest as status."""

    def __init__(self, status: StatusLine, *, chatty: bool = False) -> None:
        """``chatty`` prints what the builder tells (the address it serves on), and faults as they come."""
        super().__init__(logging.DEBUG if status.visible else logging.INFO)
        self.faults: list[Diagnostic] = []
        self._status = status
        self._threshold = logging.INFO if chatty else logging.WARNING
        self._chatty = chatty

    def emit(self, record: logging.LogRecord) -> None:
        """Sort one message."""
        fault = getattr(record, "diagnostic", None)
        if isinstance(fault, Diagnostic):
            self.faults.append(fault)
            if not self._chatty:
                return
        if record.levelno >= self._threshold:
            self._status.interrupt(record.getMessage())
        else:
            self._status.tell(record.getMessage())

    def __enter__(self) -> Self:
        """Listen."""
        logger = logging.getLogger("mkdocs")
        logger.setLevel(self.level)
        logger.propagate = False
        logger.addHandler(self)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Stop listening."""
        logging.getLogger("mkdocs").removeHandler(self)
