"""Watches the memory and the processor of a hub and of all that learners run."""

import threading

import psutil

MIB = 2**20
SECONDS_BETWEEN = 2


class Onlooker:
    """Looks every two seconds, inside a `with`, at every process of this room."""

    def __init__(self, hub):
        """hub: the process id of JupyterHub."""
        self.hub = psutil.Process(hub)
        self.processor, self.peaks = {}, {}
        self.ending = threading.Event()
        self.thread = threading.Thread(target=self._look_on, daemon=True)

    def __enter__(self):
        self.thread.start()
        return self

    def __exit__(self, *exception):
        self.ending.set()
        self.thread.join()
        self._look()

    def seen(self):
        """Peaks in MiB and processor seconds, of the hub and of learners."""
        return {
            "mib": {name: round(most / MIB) for name, most in self.peaks.items()},
            "processor_seconds": round(sum(self.processor.values())),
        }

    def _look_on(self):
        while not self.ending.wait(SECONDS_BETWEEN):
            self._look()

    def _look(self):
        now = {"hub": 0, "servers": 0, "kernels": 0}
        count = 0
        for process in [self.hub, *self.hub.children(recursive=True)]:
            try:
                kind = self._kind(process)
                now[kind] += process.memory_full_info().pss
                count += kind == "servers"
                used = sum(process.cpu_times()[:2])
                self.processor[process.pid, process.create_time()] = used
            except psutil.NoSuchProcess:
                continue
        now["all"] = sum(now.values())
        now["one_server"] = now["servers"] / count if count else 0
        for name, value in now.items():
            self.peaks[name] = max(self.peaks.get(name, 0), value)

    def _kind(self, process):
        if process.uids().real == 0:
            return "hub"
        return "servers" if self._is_server(process) else "kernels"

    def _is_server(self, process):
        words = process.cmdline()
        return any("jupyterhub.singleuser" in w or "open_workbook" in w for w in words)
