# SPDX-License-Identifier: EUPL-1.2
"""What happens to the virtual Raspberry Pi, one scenario after another, each from the same snapshot."""

import base64
import random
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Callable, Optional

from machine import BOOT_SECONDS, Machine, read_data_disk
from PIL import Image
from twin import THANKED, TwinKiosk, Twins, part_that_differs

from kiosk import Program
from log import Log
from visitor import ask_up_to_the_summary
from waiting import Failure, wait_for

DATA = "/var/lib/inloop-kiosk"
AS_KIOSK = "runuser -u inloop-kiosk --"
HOST = "10.0.2.2"  # where the machine sees the computer it runs on
QUESTION = "hoe laat is hier iemand"
EDGES = 0.0005  # pixels on slanted edges, which belong to another side of them when turned, or drawn by OpenGL
LETTERS_OF_EVEN_GEDULD = 10_000  # pixels at least, in letters of 16 by 32; it has 12,190
KILLS = 5  # the one in the middle counts
RESTART_SECONDS = 5.0  # what is asked of a kiosk; an emulated one is slower than any board
WATCHDOG_SECONDS = 10.0  # WatchdogSec of the unit
READY, SUMMARY = "ready", "summary"  # snapshots
NAMES = ("journey", "fingers", "restart", "crashes", "locked", "network", "opengl", "turned", "unplugged", "cuts")


@dataclass
class Stage:
    room: Path
    arch: str
    size: tuple[int, int]
    program: Program
    log_program: Path
    web: Path
    scratch: Path
    pictures: Path
    say: Callable[[str], None]
    tolerance: float
    cuts: int
    random: random.Random
    only: Optional[list[str]]
    same: bool

    def machine(self, load: Optional[str] = READY) -> Machine:
        machine = Machine(self.room, self.arch, self.size, load)
        if load:
            try:
                machine.await_agent()
                machine.set_clock()
            except BaseException:
                machine.cut_power()
                raise
        return machine

    def density(self) -> float:
        """As platform/api/usual_density.h."""
        width, height = self.size
        if height > width:
            return 8.1 * width / 720
        return 5.2 * width / 800 if width <= 800 else 5.9 * width / 1280

    def twin(self, name: str, prepare: Optional[Callable[[Path], object]] = None, options: tuple[str, ...] = ()) -> TwinKiosk:
        """On the site of a demo when nothing else prepares one."""
        return TwinKiosk(self.program, self.scratch / name, self.size, [f"--pixels-per-mm={self.density():.4f}", *options],
                         prepare or self.program.make_site)

    def twins(self, machine: Machine, twin: TwinKiosk, name: str) -> Twins:
        twins = Twins(machine, twin.screen, twin.kiosk, self.pictures / name, self.tolerance)
        twins.same("the first screen", seconds=BOOT_SECONDS)
        return twins


def await_kiosk(machine: Machine) -> None:
    machine.await_run("systemctl is-active inloop-kiosk", lambda said: said == "active\n", "the service to be active", BOOT_SECONDS)


def make_ready(stage: Stage) -> None:
    """The one start of a machine; the scenarios begin where it ends."""
    began = time.monotonic()
    with stage.machine(load=None) as machine:
        machine.await_agent()
        await_kiosk(machine)
        stage.say(f"started in {time.monotonic() - began:.0f} s; {machine.run('uname -rm').strip()}")
        machine.run(f"systemctl stop inloop-kiosk; {AS_KIOSK} inloop-kiosk make-demo-site {DATA} && systemctl start inloop-kiosk")
        await_kiosk(machine)
        with stage.twin("ready") as twin:
            stage.twins(machine, twin, "ready")
        machine.snapshot(READY)


def letters_in(machine: Machine, folder: str) -> list[str]:
    return machine.run(f"ls {DATA}/letterbox/{folder}").split()


def opened(stage: Stage, letters: list[Path], key: Path) -> list[str]:
    """What the letters say; a damaged one is a failure."""
    return [stage.program.run("open-demo", "--key", key, letter).split("\n\n", 1)[1].rstrip("\n") for letter in letters]


def fetch(machine: Machine, path: str, to: Path) -> Path:
    to.parent.mkdir(parents=True, exist_ok=True)
    to.write_bytes(base64.b64decode(machine.run(f"base64 {path}")))
    return to


def journey(stage: Stage) -> None:
    """A visitor taps from the first screen to the receipt; what he wrote is what the sealed letter holds."""
    with stage.machine() as machine, stage.twin("journey") as twin:
        twins = stage.twins(machine, twin, "journey")
        ask_up_to_the_summary(twins, QUESTION)
        twins.send()
        letters = letters_in(machine, "new")
        key = fetch(machine, f"{DATA}/demo-log.key", stage.scratch / "key of the demo")
        says = opened(stage, [fetch(machine, f"{DATA}/letterbox/new/{name}", stage.scratch / name) for name in letters], key)
        if [text.lower() for text in says] != [QUESTION]:
            raise Failure(f"the letters say {says}")
        twins.go("receipt.done", "afterwards")
        twins.go("bar.wipe", "attract")
    stage.say("journey: the letter says what was typed")


def fingers(stage: Stage) -> None:
    """A second finger beside the first does not press; a drag scrolls and does not press."""
    with stage.machine() as machine, stage.twin("fingers") as twin:
        twins = stage.twins(machine, twin, "fingers")
        twins.go("attract.start", "home")
        first, second = twins.place("home.idea"), twins.place("home.information")
        machine.finger(0, "begin", first)
        machine.finger(1, "begin", second)
        machine.finger(1, "end", second)
        machine.finger(0, "end", first)
        twins.visitor.tap("home.idea")
        twins.keep(twins.same("what the first finger pressed, and not the second"), "two-fingers")
        twins.go("bar.wipe", "attract")
        twins.go("attract.start", "home")
        twins.go("home.information", "pages")
        twins.go("pages.privacy-more", "information")
        before = machine.picture()
        width, height = stage.size
        machine.finger(0, "begin", (width * 0.3, height * 0.6))
        for step in range(1, 13):
            machine.finger(0, "update", (width * 0.3, height * (0.6 - 0.3 * step / 12)))
        machine.finger(0, "end", (width * 0.3, height * 0.3))
        moved = wait_for(lambda: shown if part_that_differs(shown := machine.picture(), before) > 0.01 else None,
                         "the text to follow the finger", 60)
        twins.keep(moved, "scrolled")
    stage.say("fingers: a second one does not press, a drag scrolls")


def seconds_until_active(machine: Machine, act: str) -> float:
    """From `act`, a command, to the service being ready again, by the machine's own clock; looks seldom, for looking takes its time."""
    stamp = "systemctl show inloop-kiosk --value -p ActiveEnterTimestampMonotonic"
    began, ready = machine.run(f"""
        before=$({stamp})
        cut -d' ' -f1 /proc/uptime
        {act}
        while now=$({stamp}) && [ "$now" = "$before" ]; do sleep 1; done
        echo "$now"
    """).split()
    return int(ready) / 1e6 - float(began)


def restart(stage: Stage) -> None:
    with stage.machine() as machine, stage.twin("restart") as twin:
        twins = stage.twins(machine, twin, "restart")

        def measured(act: str, what: str) -> float:
            machine.run("rm -f /run/inloop-kiosk/starts")  # else five are soon together
            seconds = seconds_until_active(machine, act)
            twins.same(f"the first screen after it {what}")
            return seconds
        # From a snapshot the emulator has to translate every program anew, which the first times pay for.
        asked = [measured("systemctl restart inloop-kiosk", "was asked to begin anew") for _ in range(2)]
        kills = sorted(measured("pkill -KILL -x inloop-kiosk", "was killed") for _ in range(KILLS))
        stopped = measured("pkill -STOP -x inloop-kiosk", "stood still")
    kill = kills[KILLS // 2]
    stage.say(f"restart: {kill:.1f} s after a kill (of {', '.join(f'{seconds:.1f}' for seconds in kills)}), {stopped:.1f} s after it stood still, "
              f"{' and '.join(f'{seconds:.1f}' for seconds in asked)} s when asked")
    if kill > RESTART_SECONDS:
        raise Failure(f"it takes {kill:.1f} s to begin anew, more than {RESTART_SECONDS:g}")
    if stopped > WATCHDOG_SECONDS + RESTART_SECONDS:
        raise Failure(f"the watchdog takes {stopped:.1f} s")


def is_white_on_blue(picture: Image.Image) -> bool:
    """A page of the text console that is told to be blue, with most of the letters that `kiosk-screen` writes: they have one size."""
    pixels = picture.width * picture.height
    red, green, blue = (sum(band.histogram()[128:]) for band in picture.split())
    return blue > 0.9 * pixels and all(LETTERS_OF_EVEN_GEDULD < bright < 0.3 * pixels for bright in (red, green))


# Each process once: one that is ending can be killed a second time.
CRASHES = """
last=
for round in 1 2 3 4 5; do
    until now=$(pgrep -x inloop-kiosk) && [ "$now" != "$last" ]; do sleep 0.05; done
    kill -KILL "$now"
    last=$now
done
"""


def crashes(stage: Stage) -> None:
    """Killed again and again, it says that one should wait, white on blue, then tries again."""
    with stage.machine() as machine, stage.twin("crashes") as twin:
        twins = stage.twins(machine, twin, "crashes")
        machine.run(CRASHES)
        text = wait_for(lambda: shown if is_white_on_blue(shown := machine.picture()) and shown == machine.picture() else None,
                        "'even geduld' on the screen", 120)
        twins.keep(text, "even-geduld")
        twins.same("the first screen again")
        said = machine.run("journalctl -u inloop-kiosk --no-pager")
        if "even geduld" not in said:
            raise Failure("the journal does not say that it crashed again and again")
    stage.say("crashes: 'even geduld', then the kiosk again")


def network(stage: Stage) -> None:
    """A log outside: linked, a letter arrives; without network the next one waits, and arrives when it is back."""
    sent = f"ls {DATA}/letterbox/sent"
    with Log(stage.log_program, stage.program.assets, stage.web, stage.scratch) as log, stage.machine() as machine:
        url = f"https://{HOST}:{log.url.rsplit(':', 1)[1]}"
        machine.run(f"systemctl stop inloop-kiosk; find {DATA} -mindepth 1 -delete")
        machine.run(f"echo 'INLOOP_KIOSK_OPTIONS=--log {url} --name \"Proef 1\"' >/etc/default/inloop-kiosk")
        code = log.run("pair", "--data", log.data)
        words = machine.run(f"{AS_KIOSK} inloop-kiosk pair --data {DATA} --log {url} --name Proef --compared-later {code}")
        log.run("confirm", "--data", log.data, *words.split())
        machine.run("systemctl start inloop-kiosk")
        await_kiosk(machine)
        with stage.twin("network", lambda site: log.pair(stage.program, site)) as twin:
            twins = stage.twins(machine, twin, "network")
            send_letter(twins, "hoi")
            machine.await_run(sent, lambda said: said.count(".pkb") == 1, "the letter to arrive at the log")
            stage.say("network: doctor: " + machine.run("inloop-kiosk doctor").splitlines()[-1])  # it ends with 69 when something is to be mended
            machine.network(False)
            send_letter(twins, "dag")  # the same twice would be asked about
            if machine.run(sent).count(".pkb") != 1:
                raise Failure("a letter arrived without a network")
        machine.network(True)
        machine.await_run(sent, lambda said: said.count(".pkb") == 2, "the second letter to arrive", BOOT_SECONDS)
    stage.say("network: one letter at once, one when the network was back")


def send_letter(twins: Twins, text: str) -> None:
    ask_up_to_the_summary(twins, text)
    twins.send()
    twins.go("bar.wipe", "attract")


def with_options(stage: Stage, machine: Machine, twin: TwinKiosk, name: str, options: str) -> Twins:
    machine.run(f"echo 'INLOOP_KIOSK_OPTIONS={options}' >/etc/default/inloop-kiosk; systemctl restart inloop-kiosk")
    return Twins(machine, twin.screen, twin.kiosk, stage.pictures / name, max(stage.tolerance, EDGES))


def opengl(stage: Stage) -> None:
    """As a board with a GPU draws, although here a program is the GPU."""
    with stage.machine() as machine, stage.twin("opengl") as twin:
        twins = with_options(stage, machine, twin, "opengl", "--draw gl")
        twins.keep(twins.same("the first screen by OpenGL", seconds=BOOT_SECONDS), "attract")
        twins.go("attract.start", "home")
    stage.say("opengl: the same picture, from the first frame on")


def turned(stage: Stage) -> None:
    """Hung upside down: the same picture turned, and fingers where they are."""
    with stage.machine() as machine, stage.twin("turned") as twin:
        twins = with_options(stage, machine, twin, "turned", "--rotate 180")
        twins.upside_down = True
        twins.same("the first screen upside down", seconds=BOOT_SECONDS)
        twins.go("attract.start", "home")
        twins.go("home.question", "happening")
        twins.keep(machine.picture(), "as-it-is-on-the-glass")
    stage.say("turned: picture and fingers upside down")


def unplugged(stage: Stage) -> None:
    """The kernel says that the display is gone, and later that it is back: the visitor is where he was. What a real one does to its
    picture meanwhile, only a board shows."""
    with stage.machine() as machine, stage.twin("unplugged") as twin:
        twins = stage.twins(machine, twin, "unplugged")
        twins.go("attract.start", "home")
        status = "/sys/class/drm/card0-Virtual-1/status"
        machine.run(f"echo off >{status}")
        if machine.run(f"cat {status}") != "disconnected\n":
            raise Failure("the display is still there")
        twins.go("home.question", "happening")  # nobody sees it, the panel still tells
        machine.run(f"echo detect >{status}")
        machine.await_run(f"cat {status}", lambda said: said == "connected\n", "the display to be back")
        twins.go("happening.no", "subjects")
        if machine.run("systemctl show inloop-kiosk --value -p NRestarts") != "0\n":
            raise Failure("the kiosk began anew")
    stage.say("unplugged: where it was when the display came back")


KEYBOARD = "0627:0001"  # what QEMU's USB keyboard calls itself


def locked(stage: Stage) -> None:
    """After inloop-device lock: no console to switch to, no restart by keys, nothing new on USB but what is allowed."""
    with stage.machine() as machine, stage.twin("locked") as twin:
        twins = stage.twins(machine, twin, "locked")
        machine.run("inloop-device lock")
        twins.same("the first screen after it was locked")
        said = machine.run("inloop-device status", allowed=(0, 69))
        if "MEND" in said:
            raise Failure(f"inloop-device status: {said}")
        boot = machine.run("cat /proc/sys/kernel/random/boot_id")
        for keys in (("ctrl", "alt", "f2"), ("ctrl", "alt", "f1"), *[("ctrl", "alt", "delete")] * 7, ("alt", "sysrq", "b"), ("power",)):
            machine.press(*keys)
        machine.plug_in("usb-kbd", "keyboard")
        machine.await_run("inloop-device usb", lambda text: KEYBOARD in text and "not allowed" in text, "the keyboard to be seen")
        authorized = f"cat $(dirname $(grep -l {KEYBOARD[:4]} /sys/bus/usb/devices/*/idVendor))/authorized"
        if machine.run(authorized) != "0\n":
            raise Failure("a keyboard that nobody allowed is on")
        if machine.run("cat /proc/sys/kernel/random/boot_id") != boot:
            raise Failure("keys have started the machine anew")
        twins.keep(twins.same("the first screen after all the keys"), "after-all-the-keys")
        machine.run(f"inloop-device allow {KEYBOARD} test && inloop-device lock")  # the control
        machine.await_run(authorized, lambda text: text == "1\n", "the keyboard to be on when it is allowed")
    stage.say("locked: keys and a plugged-in keyboard do nothing")


@dataclass
class Cut:
    acknowledged: bool
    there: bool


def cut_once(stage: Stage, thanked: Image.Image, box: tuple[int, int, int, int], place: tuple[float, float], seconds: float) -> Cut:
    with stage.machine(SUMMARY) as machine:
        machine.finger(0, "begin", place)
        machine.finger(0, "end", place)
        time.sleep(seconds)
        shown = machine.picture()
        machine.cut_power()
    acknowledged = part_that_differs(shown.crop(box), thanked) <= stage.tolerance
    disk = stage.scratch / "disk"
    read_data_disk(stage.room, disk)
    letters = sorted((disk / "letterbox/new").glob("*.pkb"))
    says = opened(stage, letters, disk / "demo-log.key") if letters else []
    if any(text.lower() != "hoi" for text in says) or len(says) > 1:
        raise Failure(f"after a cut the letters say {says}")
    if acknowledged and not says:
        raise Failure("a letter that the screen gave thanks for is lost")
    return Cut(acknowledged, bool(says))


def cuts(stage: Stage) -> None:
    """The power is cut while a letter is sent: what the screen gave thanks for is on the disk, whole."""
    with stage.machine() as machine, stage.twin("cuts") as twin:
        twins = stage.twins(machine, twin, "cuts")
        ask_up_to_the_summary(twins, "hoi")
        place = twins.place("summary.send")
        machine.snapshot(SUMMARY)
        began = time.monotonic()
        twins.send()
        took = time.monotonic() - began
        box = twins.box(THANKED)
        thanked = machine.picture().crop(box)
    done = [cut_once(stage, thanked, box, place, stage.random.uniform(0, 1.5 * took)) for _ in range(stage.cuts)]
    acknowledged = sum(cut.acknowledged for cut in done)
    early = sum(not cut.there for cut in done)
    stage.say(f"cuts: {len(done)}; {acknowledged} after the thank-you, all of those letters whole; {early} before anything was kept")
    if acknowledged < len(done) / 5 or acknowledged == len(done):
        raise Failure(f"the power was not cut around the thank-you (it took {took:.1f} s)")
    with stage.machine(load=None) as machine, stage.twin("after") as twin:  # a real start on the disk of the last cut
        machine.await_agent()
        stage.twins(machine, twin, "after-a-cut")
    stage.say("cuts: the machine starts again after the last one")


def play(stage: Stage) -> None:
    stage.say(f"{stage.size[0]}x{stage.size[1]}")
    if not stage.same:
        make_ready(stage)
    for name in NAMES:
        if (not stage.only or name in stage.only) and (name != "cuts" or stage.cuts):
            globals()[name](stage)
