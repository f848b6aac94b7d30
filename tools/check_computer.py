"""Does TensorFlow run on this computer and this Python? Asked before the set-up.

Prints the system and the version, or says in a sentence what to use instead, with exit
status 1. Written so that an old Python can run it too.
"""

import platform
import re
import sys
import sysconfig

SUPPORTED = ((3, 11), (3, 12), (3, 13))
HAS_WHEELS = re.compile(r"linux-(x86_64|aarch64)|macosx-.*|win-amd64")
NONE_FOR = "TensorFlow 2.21 has no edition for "


def what_is_wrong():
    """A sentence on why TensorFlow does not run here; None if it does."""
    if sys.version_info[:2] not in SUPPORTED:
        return (
            f"This is Python {platform.python_version()}, and the course needs Python "
            "3.11, 3.12 or 3.13: install one."
        )
    system = sysconfig.get_platform()
    if system.startswith("macosx") and platform.machine() == "x86_64":
        return NONE_FOR + (
            "Macs with an Intel processor, nor for a Python made for these: on a Mac "
            "with Apple silicon install a Python for it, else use Linux in a virtual "
            "machine or a container (TROUBLE.md)."
        )
    if system == "win-arm64":
        return NONE_FOR + (
            "Windows on ARM: use Linux inside Windows, called WSL (TROUBLE.md)."
        )
    if not HAS_WHEELS.fullmatch(system):
        return NONE_FOR + (
            f"{system}: use Linux or Windows with a 64-bit Python, or a Mac with Apple "
            "silicon (TROUBLE.md)."
        )
    if "musl" in str(sysconfig.get_config_var("SOABI")):
        return NONE_FOR + (
            "Linux with musl, such as Alpine: use one with glibc, such as Debian or "
            "Ubuntu (TROUBLE.md)."
        )
    return None


if __name__ == "__main__":
    wrong = what_is_wrong()
    if wrong:
        sys.exit(wrong)
    print(f"Python {platform.python_version()}, {sysconfig.get_platform()}")
