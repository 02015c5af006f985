# SPDX-License-Identifier: EUPL-1.2
"""Makes the disks of the virtual Raspberry Pi, and the room with the programs that run it."""

import shutil
import subprocess
from pathlib import Path

from machine import tool

# Debian 12's QEMU has no touch panel with several fingers; Debian 13's has.
ROOM_SUITE = "trixie"
ROOM = "qemu-system-x86,qemu-system-arm,qemu-utils"
KERNEL = {"amd64": "linux-image-amd64", "arm64": "linux-image-arm64"}
# As little as Raspberry Pi OS Lite has and the kiosk needs, and an agent that runs a test's commands.
GUEST = "systemd-sysv,udev,dbus,initramfs-tools,kmod,e2fsprogs,ca-certificates,tzdata,iproute2,procps,usbutils,qemu-guest-agent"
# What the kernel needs to find its root; all that could be needed takes a quarter of an hour to gather on an emulated processor.
FEW_MODULES = """
mkdir -p "$1/etc/initramfs-tools/conf.d" "$1/usr/share/initramfs-tools/modules.d"
echo MODULES=list >"$1/etc/initramfs-tools/conf.d/few"
printf '%s\\n' virtio_pci virtio_blk ext4 >"$1/usr/share/initramfs-tools/modules.d/few"
"""
ROOT_SIZE = "4G"
DATA_SIZE = "512M"
ROOT_ALONE = "/dev/vda / ext4 noatime 0 1\n"
ROOT_AND_DATA = ROOT_ALONE + "LABEL=INLOOP /var/lib/inloop-kiosk ext4 noatime,errors=remount-ro 0 2\n"
NAMES_AT = "10.0.2.3"  # QEMU answers there in the name of this computer
OF_A_CARD = ("openssh-server", "sudo", "console-setup")  # of what Raspberry Pi OS Lite has more, what the steps meet
USER = "inloop"


def sh(*command: object) -> None:
    subprocess.run([str(word) for word in command], check=True)


def make_room(room: Path) -> None:
    if not (room / "usr/bin/qemu-img").exists():
        shutil.rmtree(room, ignore_errors=True)
        sh("mmdebstrap", "--quiet", "--dpkgopt=force-unsafe-io", "--variant=minbase", f"--include={ROOM}", ROOM_SUITE, room)
    (room / "machine").mkdir(exist_ok=True)
    shutil.copy("/etc/resolv.conf", room / "etc/resolv.conf")


def base_of(suite: str, arch: str, caches: Path) -> Path:
    """A small Debian without the kiosk, kept from one run to the next."""
    tarball = caches / f"{suite}-{arch}.tar"
    if not tarball.exists():
        part = tarball.with_suffix(".part.tar")
        sh("mmdebstrap", "--quiet", "--dpkgopt=force-unsafe-io", "--variant=minbase", f"--architectures={arch}",
           f"--include={GUEST},{KERNEL[arch]}", f"--setup-hook={FEW_MODULES}", suite, part)
        part.rename(tarball)
    return tarball


def unpack(name: str, suite: str, arch: str, caches: Path) -> Path:
    """A root with the small Debian in it, and this computer's way to find names while it is being made."""
    root = caches / f"{name}-{suite}-{arch}"
    shutil.rmtree(root, ignore_errors=True)
    root.mkdir()
    sh("tar", "-xf", base_of(suite, arch, caches), "-C", root)
    shutil.copy("/etc/resolv.conf", root / "etc/resolv.conf")
    return root


def in_root(root: Path, *commands: list[object]) -> None:
    for command in commands:
        sh("chroot", root, "env", "DEBIAN_FRONTEND=noninteractive", *command)


def apt_install(root: Path, *names: str) -> None:
    in_root(root, ["apt-get", "-qq", "update"], ["apt-get", "-qq", "-y", "--no-install-recommends", "install", *names], ["apt-get", "clean"])


def settle(root: Path, fstab: str) -> Path:
    """What every machine has, whoever set it up."""
    (root / "etc/resolv.conf").write_text(f"nameserver {NAMES_AT}\n")
    (root / "etc/fstab").write_text(fstab)
    (root / "etc/hostname").write_text("kiosk\n")
    (root / "etc/localtime").unlink(missing_ok=True)
    (root / "etc/localtime").symlink_to("/usr/share/zoneinfo/Europe/Amsterdam")
    (root / "etc/systemd/network/80-all.network").write_text("[Match]\nName=en*\n[Network]\nDHCP=yes\n")
    in_root(root, ["systemctl", "enable", "systemd-networkd.service"])
    return root


def install(packages: list[Path], suite: str, arch: str, caches: Path) -> Path:
    """A root with the packages in it, as `apt install ./*.deb` does it; its apt needs the network once."""
    root = unpack("root", suite, arch, caches)
    names = []
    for package in packages:
        shutil.copy(package, root / "root")
        names.append(f"/root/{package.name}")
    apt_install(root, *names)
    in_root(root, ["systemctl", "enable", "inloop-kiosk.service"])
    return settle(root, ROOT_AND_DATA)


def write_card(suite: str, arch: str, caches: Path, public_key: Path) -> Path:
    """A card as Raspberry Pi Imager writes it: no kiosk, a user who may do everything and comes in by ssh with a key."""
    root = unpack("card", suite, arch, caches)
    apt_install(root, *OF_A_CARD)
    in_root(root, ["useradd", "--create-home", "--shell", "/bin/bash", USER],
            ["install", "-d", "-m", "700", "-o", USER, f"/home/{USER}/.ssh"])
    keys = root / f"home/{USER}/.ssh/authorized_keys"
    shutil.copy(public_key, keys)
    keys.chmod(0o644)
    (root / f"etc/sudoers.d/{USER}").write_text(f"{USER} ALL=(ALL) NOPASSWD: ALL\n")
    (root / "etc/ssh/sshd_config.d/keys.conf").write_text("PasswordAuthentication no\nKbdInteractiveAuthentication no\n")
    (root / "etc/hosts").write_text("127.0.0.1 localhost kiosk\n")
    return settle(root, ROOT_ALONE)


def make_disks(root: Path, room: Path, disks: tuple[str, ...]) -> None:
    """Fresh disks by these names: one with the root, a second one for data; and the kernel beside them."""
    machine = room / "machine"
    for kind in ("vmlinuz", "initrd"):
        newest = sorted((root / "boot").glob(f"{kind}*"))[-1]
        shutil.copy(newest, machine / kind)
    for name, (size, extra) in zip(disks, ((ROOT_SIZE, ["-d", root]), (DATA_SIZE, ["-L", "INLOOP"]))):
        raw = machine / f"{name}.raw"
        raw.unlink(missing_ok=True)
        sh("mke2fs", "-q", "-t", "ext4", *extra, raw, size)
        tool(room, "qemu-img", "convert", "-O", "qcow2", f"/machine/{name}.raw", f"/machine/{name}.qcow2")
        raw.unlink()
