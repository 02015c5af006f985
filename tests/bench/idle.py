#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""What the kiosk costs while nobody is there: memory, CPU and wake-ups on the first screen, in a real window.

Aims: at most 5 ms of CPU and 10 wake-ups in 30 s. The clock in the corner changes once a minute, which is one frame; the
time is chosen so that exactly one such change, or none (--between-minutes), falls into the measurement.

    idle.py --kiosk build/release/kiosk/terminal/inloop-kiosk --assets assets [--window glfw] [--draw gl] [--seconds 30]
"""

import argparse
import os
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "x11"))
from kiosk import Kiosk, Program  # noqa: E402
from screen import Screen  # noqa: E402
from waiting import wait_for  # noqa: E402

SETTLE_SECONDS = 5
TICKS = os.sysconf("SC_CLK_TCK")


def numbers(file: Path) -> dict[str, int]:
    """Lines "Name:   12 kB" of a file in /proc as kB or counts."""
    values = {}
    for line in file.read_text(encoding="utf-8").splitlines():
        words = line.split()
        if len(words) >= 2 and words[0].endswith(":") and words[1].isdigit():
            values[words[0][:-1]] = int(words[1])
    return values


def threads(pid: int) -> dict[str, dict[str, float]]:
    """CPU (ms, from the scheduler) and context switches of each thread, by number and name."""
    found = {}
    for task in Path(f"/proc/{pid}/task").iterdir():
        status = numbers(task / "status")
        name = (task / "comm").read_text(encoding="utf-8").strip()
        found[f"{task.name} {name}"] = {
            "cpu_ms": int((task / "schedstat").read_text(encoding="utf-8").split()[0]) / 1e6,
            "slept": status["voluntary_ctxt_switches"],
            "pushed_aside": status["nonvoluntary_ctxt_switches"],
        }
    return found


def await_second(second: float) -> None:
    """Until so far into a minute of the wall clock."""
    time.sleep((second - time.time() % 60) % 60)


def measure(pid: int, seconds: float) -> None:
    before = threads(pid)
    time.sleep(seconds)
    after = threads(pid)
    total = {"cpu_ms": 0.0, "slept": 0.0, "pushed_aside": 0.0}
    for name, now in after.items():
        then = before.get(name, {key: 0.0 for key in now})
        change = {key: now[key] - then[key] for key in now}
        total = {key: total[key] + change[key] for key in total}
        if any(change.values()):
            print(f"  {name}: {change['cpu_ms']:.2f} ms CPU, slept {change['slept']:.0f} times")
    memory = numbers(Path(f"/proc/{pid}/smaps_rollup"))
    print(f"  in {seconds:g} s: {total['cpu_ms']:.2f} ms CPU, {total['slept']:.0f} wake-ups, "
          f"{total['pushed_aside']:.0f} times pushed aside, {len(after)} threads")
    print(f"  memory: PSS {memory['Pss'] / 1024:.1f} MB, of it private {memory['Private_Dirty'] / 1024:.1f} MB written; "
          f"locked {memory['Locked']} kB")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kiosk", type=Path, required=True)
    parser.add_argument("--assets", type=Path, required=True)
    parser.add_argument("--window", default="sdl2")
    parser.add_argument("--draw", default="painter")
    parser.add_argument("--seconds", type=float, default=30)
    parser.add_argument("--between-minutes", action="store_true", help="measure while the clock on the screen stands still")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="inloop-idle-") as folder:
        scratch = Path(folder)
        program = Program(arguments.kiosk.absolute(), arguments.assets.absolute())
        site = program.make_site(scratch / "site")
        options = [f"--window={arguments.window}", f"--draw={arguments.draw}", "--size=1280x800"]
        with Screen(scratch, 1280, 800) as screen, \
                Kiosk(program, site, scratch, options, screen.environment, tells=False) as kiosk:
            wait_for(lambda: screen.window("Inloop"), "the window", 30)
            time.sleep(SETTLE_SECONDS)
            # A minute changes in the middle of the measurement, or half a minute away from it.
            middle = 30 if arguments.between_minutes else 60
            await_second((middle - arguments.seconds / 2) % 60)
            print(f"{arguments.window} with {arguments.draw}, "
                  f"{'no minute' if arguments.between_minutes else 'one minute'} changing:")
            measure(kiosk.process.pid, arguments.seconds)
            kiosk.end()
    return 0


if __name__ == "__main__":
    sys.exit(main())
