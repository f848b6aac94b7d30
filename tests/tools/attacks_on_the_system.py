"""Attempts to get out, or at other processes, rights, the network."""

# ruff: noqa: F821 (names that `cell_of` puts in)
from tests.tools.attacks import attack


@attack
def mount_something():
    return libc.mount(b"none", b"/grading", b"tmpfs", 0, None) == 0


@attack
def unmount_the_wall():
    return 0 in [libc.umount2(place, 2) for place in (b"/", b"/usr", b"/proc")]


@attack
def make_it_writable():
    return libc.mount(None, COURSE.encode() + b"/utils", None, 0x1020, None) == 0


@attack
def make_a_namespace():
    return libc.unshare(0x10000000) == 0


@attack
def enter_a_namespace():
    return libc.setns(os.open("/proc/1/ns/mnt", os.O_RDONLY), 0) == 0


@attack
def change_the_root():
    return libc.chroot(b"/proc/1/root") == 0


@attack
def become_root():
    return 0 in (libc.setuid(0), libc.setgid(0), libc.setgroups(0, None))


@attack
def make_a_device():
    return libc.mknod(b"disk", 0o60666, os.makedev(254, 0)) == 0 and bool(open("disk"))


@attack
def read_a_disk():
    return any(
        open(path, "rb").read(1) for path in ("/dev/vda", "/dev/sda", "/dev/mem")
    )


@attack
def set_the_core_pattern():
    return can_write("/proc/sys/kernel/core_pattern")


@attack
def press_the_magic_key():
    return can_write("/proc/sysrq-trigger")


@attack
def trace_process_1():
    return libc.ptrace(16, 1, 0, 0) == 0


@attack
def read_the_memory_of_1():
    return bool(open("/proc/1/mem", "rb"))


@attack
def see_other_processes():
    return any(
        b"tools.grade\0" in open(f, "rb").read()
        for f in glob.glob("/proc/[0-9]*/cmdline")
    )


@attack
def kill_the_parents():
    for pid in {1, os.getppid()} - {0}:
        libc.kill(pid, 9)
        libc.kill(pid, 19)


@attack
def kill_by_numbers():
    return any(libc.kill(pid, 0) == 0 for pid in range(100, 40_000))


@attack
def reach_the_internet():
    return socket.create_connection(("1.1.1.1", 53), 1)


@attack
def reach_the_host():
    return socket.create_connection(("127.0.0.1", 22), 1)


@attack
def ask_a_name_server():
    return socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(
        b"?", ("1.1.1.1", 53)
    )


@attack
def knock_on_an_abstract_socket():
    return socket.socket(socket.AF_UNIX).connect("\0" + SOCKET) is None


@attack
def raise_its_limits():
    import resource

    most = resource.RLIM_INFINITY
    return resource.setrlimit(resource.RLIMIT_NPROC, (most, most)) is None


@attack
def call_the_kernel_itself():
    number = {"x86_64": 165, "aarch64": 40}[os.uname().machine]  # mount
    return libc.syscall(number, b"none", b"/grading", b"tmpfs", 0, None) == 0


@attack
def run_a_program_without_a_file():
    where = os.memfd_create("program")
    os.write(where, f"#!/bin/sh\necho x > {VICTIM} && echo done".encode())
    program = f"/proc/self/fd/{where}"
    return b"done" in subprocess.run([program], stdout=-1, pass_fds=[where]).stdout


@attack
def use_a_program_of_root():
    return subprocess.run(["su", "-c", "id"], stdin=-3, timeout=5).returncode == 0
