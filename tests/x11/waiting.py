# SPDX-License-Identifier: EUPL-1.2
"""Waiting for something that another process does."""

import time
from typing import Callable, Optional, TypeVar

T = TypeVar("T")
LOOK_EVERY_SECONDS = 0.005


class Failure(Exception):
    """What was expected did not happen; the message says what."""


def wait_for(look: Callable[[], Optional[T]], what: str, seconds: float, every: float = LOOK_EVERY_SECONDS) -> T:
    """Looks until `look` gives something true and returns that; a Failure saying `what` when it never does."""
    until = time.monotonic() + seconds
    while True:
        found = look()
        if found:
            return found
        if time.monotonic() > until:
            raise Failure(f"not within {seconds:g} s: {what}")
        time.sleep(every)
