"""Attempts to read or change what is no business of a submission."""

# ruff: noqa: F821 (names that `cell_of` puts in)
from tests.tools.attacks import attack


@attack
def list_the_others():
    return can_list(STUDENTS)


@attack
def read_another():
    return bool(open(STUDENTS + "/last.ipynb").read())


@attack
def read_another_by_root_of_1():
    return can_list("/proc/1/root" + STUDENTS)


@attack
def read_another_through_c():
    libc.fopen.restype = ctypes.c_void_p
    return bool(libc.fopen((STUDENTS + "/last.ipynb").encode(), b"r"))


@attack
def find_others_anywhere():
    return is_found("last.ipynb")


@attack
def read_the_key():
    return is_found("grading.key")


@attack
def read_the_home():
    return bool(
        {".bashrc", ".ssh", ".profile"} & {*os.listdir(os.path.dirname(SECRET))}
    )


@attack
def read_the_environment():
    return "LECTURERS_TOKEN" in os.environ or b"LECTURERS_TOKEN" in b"".join(
        open(path, "rb").read() for path in glob.glob("/proc/[0-9]*/environ")
    )


@attack
def rewrite_the_table():
    return can_write(STUDENTS + "/grades.csv")


@attack
def rewrite_the_records():
    return can_write(STUDENTS + "/grades.jsonl")


@attack
def edit_the_course():
    return can_write(COURSE + "/utils/exercises/lesson_01/sobel_y.py")


@attack
def edit_the_course_from_an_open_folder():
    folder = os.open(COURSE, os.O_RDONLY)
    return bool(os.open("utils/__init__.py", os.O_WRONLY | os.O_APPEND, dir_fd=folder))


@attack
def edit_python():
    return can_write(os.path.join(os.path.dirname(os.__file__), "site.py"))


@attack
def edit_a_package():
    import numpy

    return can_write(numpy.__file__)


@attack
def delete_the_data():
    file = (COURSE + "/data/mnist.npz").encode()
    return libc.rename(file, file) == 0  # which deletes nothing, should there be a hole


@attack
def open_the_course_to_all():
    folder = COURSE + "/utils"
    return libc.chmod(folder.encode(), os.stat(folder).st_mode & 0o777) == 0


@attack
def write_through_a_link():
    os.symlink(COURSE + "/utils/__init__.py", "innocent")
    return can_write("innocent")


@attack
def write_through_a_hard_link():
    os.link(COURSE + "/utils/__init__.py", "hard")
    return can_write("hard")


@attack
def spoil_the_victim():
    return can_write(VICTIM)


@attack
def spoil_by_sqlite():
    base = sqlite3.connect("own.db")
    base.execute("ATTACH DATABASE ? AS other", (os.path.dirname(VICTIM) + "/x.db",))
    base.execute("CREATE TABLE other.t (x)")
    return True


@attack
def spoil_in_a_spawned_process():
    done = subprocess.run(["sh", "-c", f"echo x > {VICTIM} && echo done"], stdout=-1)
    return b"done" in done.stdout


@attack
def write_later():
    code = f"sleep 3; echo later > {VICTIM}"
    subprocess.Popen(["sh", "-c", code], start_new_session=True)


@attack
def write_at_exit():
    import atexit

    atexit.register(lambda: can_write(VICTIM))
    threading.Thread(target=lambda: time.sleep(3) or can_write(VICTIM)).start()
