"""Peer of the Brownian sheet in NumPy, with numbers of its own. sheet.py N PACE ROWS STEPS"""

import math
import sys

import numpy as np

from peer import serve

n, shown, steps = int(sys.argv[1]), int(sys.argv[3]), int(sys.argv[4])
pace = float(sys.argv[2])
random = np.random.default_rng(1)
phase, rows = 0.0, 0
W, scratch = np.empty((n, n), np.float32), np.empty((n, n), np.float32)


def draw(sheet, begin, end):
    block = np.cumsum(random.standard_normal((end - begin, n)) / n, axis=1)
    if begin > 0:
        block[0] += sheet[begin - 1]
    sheet[begin:end] = np.cumsum(block, axis=0)


sheets = [np.empty((n, n), np.float32) for _ in range(3)]
draw(sheets[0], 0, n)
draw(sheets[1], 0, n)


def call():
    global phase, rows
    phase += pace
    if phase >= 1:
        phase -= 1
        if rows < n:
            draw(sheets[2], rows, n)
        sheets.append(sheets.pop(0))
        rows = 0
    until = math.ceil(phase * n)
    if until > rows:
        draw(sheets[2], rows, until)
        rows = until
    angle = 0.5 * math.pi * phase
    np.multiply(sheets[0], np.float32(math.cos(angle)), out=W)
    np.multiply(sheets[1], np.float32(math.sin(angle)), out=scratch)
    np.add(W, scratch, out=W)


serve(call, lambda: W[:shown].ravel().tolist(), checked=steps)
