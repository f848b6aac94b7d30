"""Start a notebook's kernel and print which Python answers: for `make doctor`."""

from jupyter_client.manager import start_new_kernel

SECONDS = 60

if __name__ == "__main__":
    manager, client = start_new_kernel(startup_timeout=SECONDS)
    try:
        # What the cell prints is printed here.
        client.execute_interactive("import sys; print(sys.executable)", timeout=SECONDS)
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)
