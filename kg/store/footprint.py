"""How much memory a process keeps that writes much: what its libraries let go of goes back to the system."""

from __future__ import annotations

import ctypes
from contextlib import suppress

LARGE = 128 * 1024
"""Bytes from which on a piece of memory is the system's own; glibc's first setting, which it raises by itself, to
32 MB, when it sees such pieces come and go. Then what Oxigraph's buffers leave behind stays with the process."""
MMAP_THRESHOLD = -3
"""The number of that setting in glibc's malloc.h."""


def give_back_large_pieces() -> None:
    """From now on, memory in large pieces goes back to the system as soon as it is let go of; where the C library is
    not glibc, nothing changes."""
    with suppress(OSError, TypeError, AttributeError):
        ctypes.CDLL(None).mallopt(MMAP_THRESHOLD, LARGE)


def give_back_what_is_free() -> None:
    """What lies free between smaller pieces in use goes back to the system now."""
    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).malloc_trim(0)
