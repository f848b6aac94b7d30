"""Run a command behind a wall of the Linux kernel's namespaces.

    python -I namespaces.py '{"base": …, "readable": […], …}' command …

Started by tools.grading.wall. Needs Linux 5.12, Python's own modules, and a system that
lets this user make user namespaces; root needs no such leave. Three processes: the one
outside waits; the first inside builds the wall and, as its process 1, takes all others
with it when it ends; the second inside becomes the command. It sees a file system that
holds nothing but what the order names, read-only, and one scratch folder of limited
size; no network, no other processes; it has no rights over any of it, nor can it get
some. The manual pages namespaces(7), pivot_root(2) and mount_setattr(2) say more.
"""

import ctypes
import json
import os
import signal
import sys

NOBODY = 65534
NEW_MOUNTS, NEW_CGROUPS, NEW_NAMES = 0x00020000, 0x02000000, 0x04000000
NEW_MESSAGES, NEW_USERS, NEW_PROCESSES, NEW_NETWORK = (
    0x08000000,
    0x10000000,
    0x20000000,
    0x40000000,
)
ALL_BUT_USERS = (
    NEW_MOUNTS | NEW_CGROUPS | NEW_NAMES | NEW_MESSAGES | NEW_PROCESSES | NEW_NETWORK
)
READ_ONLY = 1  # MOUNT_ATTR_RDONLY
NO_SUID, NO_DEVICES, NO_PROGRAMS = 2, 4, 8  # MS_NOSUID, MS_NODEV, MS_NOEXEC
BIND, RECURSIVE, PRIVATE = 4096, 16384, 1 << 18
DETACH = 2  # MNT_DETACH
MOUNT_SETATTR, AT_FDCWD, AT_RECURSIVE = 442, -100, 0x8000
DIE_WITH_PARENT, DUMPABLE, NO_NEW_PRIVILEGES = 1, 4, 38
ALL_USERS = 4294967295  # in /proc/self/uid_map, where root is really root
DEVICES = ("null", "zero", "full", "random", "urandom")

libc = ctypes.CDLL(None, use_errno=True)


def call(name, *arguments):
    """Call a function of the C library; raises OSError, with its name, if it fails."""
    if getattr(libc, name)(*arguments) == -1:
        number = ctypes.get_errno()
        raise OSError(number, f"{name}: {os.strerror(number)}")


def mount(source, target, kind=None, flags=0, options=None):
    """The system's mount, with texts."""
    texts = [None if t is None else os.fsencode(t) for t in (source, target, kind)]
    try:
        call("mount", *texts, flags, None if options is None else options.encode())
    except OSError as error:
        place = f"{error.strerror} ({kind or source} at {target})"
        raise OSError(error.errno, place) from None


def change(place, flags, add=0, remove=0):
    """Change what may be done where something is mounted; flags: AT_RECURSIVE or 0."""
    attributes = (ctypes.c_uint64 * 4)(add, remove, 0, 0)
    size = ctypes.sizeof(attributes)
    place = os.fsencode(place)
    call("syscall", MOUNT_SETATTR, AT_FDCWD, place, flags, attributes, size)


def show(path, base):
    """Let a file or folder of the outside be seen below `base`, in the same place."""
    place = base + path
    os.makedirs(os.path.dirname(place), exist_ok=True)
    if os.path.islink(path):
        if not os.path.lexists(place):
            os.symlink(os.readlink(path), place)
    elif os.path.exists(path):
        if os.path.isdir(path):
            os.makedirs(place, exist_ok=True)
        else:
            os.close(os.open(place, os.O_CREAT | os.O_RDWR, 0o644))
        mount(path, place, flags=BIND | RECURSIVE)


def build(order):
    """Make a file system of what the order names, and live in it, without the old."""
    base, scratch = order["base"], order["scratch"]
    mount(None, "/", flags=RECURSIVE | PRIVATE)
    mount("wall", base, "tmpfs", NO_SUID, "mode=755,size=1m")
    careful = NO_SUID | NO_DEVICES
    in_tmp = any(path.startswith("/tmp/") for path in order["readable"])
    if in_tmp:  # a link would hide it; a folder of its own keeps it in its place
        os.mkdir(f"{base}/tmp")
        mount("tmp", f"{base}/tmp", "tmpfs", careful, "mode=1777,size=64m,nr_inodes=1k")
    for path in order["readable"]:
        show(path, base)
    for path in order["hidden"]:
        if os.path.isdir(base + path):  # it lies in something readable
            mount("hidden", base + path, "tmpfs", options="mode=755,size=4k")
    for name in DEVICES:
        show(f"/dev/{name}", base)
    for folder in ("/proc", "/dev/shm", "/dev/pts", scratch):
        os.makedirs(base + folder)
    for name, target in {"fd": "/proc/self/fd", "ptmx": "pts/ptmx"}.items():
        os.symlink(target, f"{base}/dev/{name}")
    if not in_tmp:
        os.symlink(f"{scratch}/tmp", f"{base}/tmp")
    change(base, AT_RECURSIVE, add=READ_ONLY | NO_SUID)
    if in_tmp:  # the folder alone; what lies in it stays as it is
        change(f"{base}/tmp", 0, remove=READ_ONLY)
    # While the old one is in sight: the kernel shows no more of /proc than was seen.
    mount("proc", f"{base}/proc", "proc", careful | NO_PROGRAMS)
    terminals = "newinstance,ptmxmode=666"
    mount("pts", f"{base}/dev/pts", "devpts", NO_SUID | NO_PROGRAMS, terminals)
    own = f"mode=777,size={order['size']},nr_inodes={order['files']}"
    mount("scratch", base + scratch, "tmpfs", careful, own)
    shared = "mode=777,size=64m,nr_inodes=1k"
    mount("shared", f"{base}/dev/shm", "tmpfs", careful, shared)
    os.chdir(base)
    call("pivot_root", b".", b".")
    call("umount2", b".", DETACH)
    os.chdir("/")


def is_really_root():
    """Whether this is the root user of the whole computer, or of a whole container."""
    if os.geteuid():
        return False
    with open("/proc/self/uid_map") as file:
        return int(file.read().split()[2]) == ALL_USERS


def be_somebody(user, group):
    """In new user namespace, call this user nobody; they were `user` outside."""
    for name, text in {
        "setgroups": "deny",
        "gid_map": f"{NOBODY} {group} 1",
        "uid_map": f"{NOBODY} {user} 1",
    }.items():
        with open(f"/proc/self/{name}", "w") as file:
            file.write(text)


def become_nobody():
    """From root, become a user who owns nothing, in a user namespace of its own."""
    os.setgroups([])
    os.setresgid(NOBODY, NOBODY, NOBODY)
    os.setresuid(NOBODY, NOBODY, NOBODY)
    call("prctl", DUMPABLE, 1, 0, 0, 0)  # else its own files in /proc are root's
    call("unshare", NEW_USERS)
    be_somebody(NOBODY, NOBODY)


def give_up_rights():
    """From now on, nothing here can make namespaces, mount, or gain rights."""
    with open("/proc/sys/user/max_user_namespaces", "w") as file:
        file.write("0")
    call("prctl", NO_NEW_PRIVILEGES, 1, 0, 0, 0)


def guard_the_command(child):
    """As process 1: wait for all that ends inside, and end with the command."""
    call("prctl", DUMPABLE, 0, 0, 0, 0)
    header, none = (ctypes.c_uint32 * 2)(0x20080522, 0), (ctypes.c_uint32 * 6)()
    call("capset", header, none)
    for number in range(3):
        os.close(number)  # the pipes are the command's
    while True:
        pid, status = os.wait()
        if pid == child:
            os._exit(abs(os.waitstatus_to_exitcode(status)))


def inside(order, command, as_root):
    """Be the first process inside."""
    build(order)
    if as_root:
        become_nobody()
    call("prctl", DIE_WITH_PARENT, signal.SIGKILL, 0, 0, 0)
    give_up_rights()
    child = os.fork()
    if child:
        guard_the_command(child)
    os.chdir(order["folder"])
    os.execv(command[0], command)


def main():
    """Do what the command line says; the exit status is the command's."""
    order, command = json.loads(sys.argv[1]), sys.argv[2:]
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    os.umask(0o022)
    call("prctl", DIE_WITH_PARENT, signal.SIGKILL, 0, 0, 0)
    user, group, as_root = os.geteuid(), os.getegid(), is_really_root()
    call("unshare", ALL_BUT_USERS | (0 if as_root else NEW_USERS))
    if not as_root:
        be_somebody(user, group)
    first = os.fork()
    if first:
        os._exit(abs(os.waitstatus_to_exitcode(os.waitpid(first, 0)[1])))
    try:
        inside(order, command, as_root)
    except OSError as error:
        print(error.strerror or error, file=sys.stderr)
    os._exit(125)


if __name__ == "__main__":
    main()
