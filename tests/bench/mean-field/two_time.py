"""Gradient flow of the spiked matrix-tensor model (p = 3, T = 0) at N = infinity in NumPy: equations of
assembly/models/two-time.ts, the sums over the history by BLAS. A call is a whole run.
two_time.py ROWS DT M0 DELTA2 DELTA3"""

import sys

import numpy as np

from peer import serve

rows = int(sys.argv[1])
h, m0, delta2, delta3 = map(float, sys.argv[2:])
last = []


def weigh(C, R, m, n):
    """A and B of row n with a zero behind them, the slope of the signal and F . x* / N."""
    global last
    c, r = C[n, :n], R[n, :n]
    A, B = np.zeros(n + 1), np.zeros(n + 1)
    A[:n] = (1 / delta2 + 2 * c / delta3) * r
    B[:n] = (1 / delta2 + c / delta3) * c
    slope = m[n] / delta2 + m[n] ** 2 / delta3
    BR = h * (B[:n] @ r)
    energy = -BR - m[n] ** 2 / (2 * delta2) - m[n] ** 3 / (3 * delta3)
    last = [n * h, m[n], energy, BR + h * (A[:n] @ c) + slope * m[n]]
    return A, B, slope, slope + h * (A @ m[: n + 1])


def call():
    C, R, chi = np.zeros((rows, rows)), np.zeros((rows, rows)), np.zeros((rows, rows))
    m = np.zeros(rows)
    C[0, 0], m[0] = 1, m0
    for n in range(rows - 1):
        A, B, slope, pull = weigh(C, R, m, n)
        k = n + 1
        x = h * (C[:k, :k] @ A + R[:k, :k] @ B) + slope * m[:k]
        y = h * (A @ R[:k, :k])
        square = 1 / delta2 + 1 / delta3 + slope * pull + h * (A @ x + B @ y)
        norm = np.sqrt(1 + h * h * (square - x[n] ** 2))
        keep, add = (1 - h * x[n]) / norm, h / norm
        C[k, :k] = C[:k, k] = keep * C[n, :k] + add * x
        C[k, k] = 1
        R[k, :k] = keep * R[n, :k] + add * y
        R[k, n] = 1 / norm
        m[k] = keep * m[n] + add * pull
        chi[k, :k] = h * np.cumsum(R[k, n::-1])[::-1]
    weigh(C, R, m, rows - 1)


serve(call, lambda: last)
