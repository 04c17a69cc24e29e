"""Ageing of the p-spin model in continuous time, by another method than the kernel's: Heun's with trapezoidal integrals for
the integro-differential equations (`heun` of assembly/models/reference/two_time.py), at h, h/2 and h/4, extrapolated. The
kernel's projected steps share no error with it.

Run in this folder: python3 reference.py > reference.json && npx biome format --write reference.json
"""

import json
import pathlib
import sys

import numpy as np

sys.path.append(str(pathlib.Path(__file__).parents[2] / "models" / "reference"))
from two_time import heun  # noqa: E402


def observe(T, h, times, pairs):
    """E at the times; C, R and chi at the pairs (tw, t)."""
    _, E, C, R = heun(3, T, 0.0, {}, h, round(times[-1] / h) + 1)
    energies = [[E[round(t / h)]] for t in times]
    two_time = []
    for tw, t in pairs:
        new, old = round((tw + t) / h), round(tw / h)
        row = R[new, old : new + 1]
        two_time.append([C[new, old], R[new, old], h * (row.sum() - (row[0] + row[-1]) / 2)])
    return [np.array(energies), np.array(two_time)]


def ageing(T, h, times, pairs):
    """Extrapolated; errors begin with h^2 and h^3, and the last removal is what is left at most."""
    at = [observe(T, h / 2**k, times, pairs) for k in range(3)]
    values, errors = [], []
    for a, b, c in zip(*at):
        once = [(4 * b - a) / 3, (4 * c - b) / 3]
        best = (8 * once[1] - once[0]) / 7
        values.append(best.tolist())
        errors.append(abs(best - once[1]).max(axis=0).tolist())
    return {
        "temperature": T,
        "energies": [[t, *row] for t, row in zip(times, values[0])],
        "energyError": errors[0][0],
        "pairs": [[*pair, *row] for pair, row in zip(pairs, values[1])],
        "pairErrors": errors[1],
    }


if __name__ == "__main__":
    times = [1, 5, 10, 20, 50]
    pairs = [(1, 1), (1, 3), (1, 10), (1, 30), (5, 5), (10, 1), (10, 10), (10, 30), (20, 10), (20, 20)]
    print(json.dumps([ageing(T, 0.1, times, pairs) for T in (0.5, 0.0)], indent=2))
