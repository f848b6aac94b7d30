"""A class on one Linux computer: `jupyterhub -f classroom/jupyterhub_config.py`.

Started by root. Who is in the class stands in /srv/jupyterhub/learners.txt, a login
name a line; who looks after it, in lecturers.txt beside it. The password that is typed
at the first login is the learner's from then on. Each gets a user of this computer, and
a home that nobody else may look into. README.md in this folder says what to do before;
tests/classroom starts this very file.
"""

import pwd
import sys
from pathlib import Path

from firstuseauthenticator import FirstUseAuthenticator
from jupyterhub.auth import LocalAuthenticator

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

from classroom.course_settings import share_the_course  # noqa: E402

KEPT = Path("/srv/jupyterhub")  # the hub's own: nobody but root may look into it
IDLE_SECONDS = 3600
c = get_config()  # noqa: F821


class OfTheClass(LocalAuthenticator, FirstUseAuthenticator):
    """A password of one's own from the first login, and a user of this computer."""


def names_in(file):
    """The names in a file, one a line; none if it is not there."""
    path = KEPT / file
    lines = path.read_text(encoding="utf-8").split() if path.exists() else []
    return {line.lower() for line in lines}


KEPT.mkdir(mode=0o700, parents=True, exist_ok=True)
KEPT.chmod(0o700)

# Who may come in, and as whom
c.JupyterHub.authenticator_class = OfTheClass
c.Authenticator.allowed_users = names_in("learners.txt") | names_in("lecturers.txt")
c.Authenticator.admin_users = names_in("lecturers.txt")
c.Authenticator.username_pattern = r"[a-z][a-z0-9-]{0,30}"
c.Authenticator.blocked_users = {  # no learner becomes root or another program's user
    entry.pw_name for entry in pwd.getpwall() if entry.pw_uid < 1000
}
c.FirstUseAuthenticator.dbm_path = str(KEPT / "passwords.dbm")
c.FirstUseAuthenticator.create_users = False
c.LocalAuthenticator.create_system_users = True
c.LocalAuthenticator.add_user_cmd = [
    *("useradd", "--create-home", "--key", "HOME_MODE=0700", "--shell", "/bin/bash")
]

# Where it is reached, and what it keeps
c.JupyterHub.bind_url = "http://:8000"
c.JupyterHub.db_url = f"sqlite:///{KEPT}/jupyterhub.sqlite"
c.JupyterHub.cookie_secret_file = str(KEPT / "cookie_secret")
c.ConfigurableHTTPProxy.pid_file = str(KEPT / "proxy.pid")
c.ConfigurableHTTPProxy.command = [
    "node",
    str(HERE / "node_modules/configurable-http-proxy/bin/configurable-http-proxy"),
]

# What each learner gets
c.JupyterHub.spawner_class = "localprocess"
share_the_course(c)

# Who has left without logging out gives the memory back
c.JupyterHub.services = [
    {
        "name": "idle-culler",
        "command": [
            *(sys.executable, "-m", "jupyterhub_idle_culler"),
            f"--timeout={IDLE_SECONDS}",
        ],
    }
]
c.JupyterHub.load_roles = [
    {
        "name": "idle-culler",
        "services": ["idle-culler"],
        "scopes": [
            *("list:users", "read:users:activity", "read:servers", "delete:servers")
        ],
    }
]
