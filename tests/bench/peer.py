"""What every peer in Python does; see peer.h. Run as a script, it says which NumPy there is and how many threads it has."""

import os
import sys
import time

import numpy as np


def read_arrays(file):
    numbers = np.fromfile(file)
    while numbers.size:
        length = int(numbers[0])
        yield numbers[1 : 1 + length]
        numbers = numbers[1 + length :]


def serve(call, result, restart=lambda: None, checked=1):
    restart()
    for _ in range(checked):
        call()
    print(*result(), flush=True)
    for line in sys.stdin:
        calls = int(line)
        restart()
        call()
        start = time.perf_counter()
        for _ in range(calls):
            call()
        print((time.perf_counter() - start) * 1e3, flush=True)


def threads():
    """Threads of this process once BLAS has worked: all but the first belong to it."""
    np.ones((300, 300)) @ np.ones((300, 300))
    tasks = "/proc/self/task"
    return f"{len(os.listdir(tasks))}" if os.path.isdir(tasks) else f"up to {os.cpu_count()}"


if __name__ == "__main__":
    print(f"NumPy {np.__version__} with {threads()} threads")
