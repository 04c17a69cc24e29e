"""Reference of the Brownian sheet: its increments from the generator in integers and decimals, its sums by NumPy.

Seed rule: the increments of sheet 0, 1, 2, ... of a seed, each row by row, are the normal numbers of stream 10 of that
seed in their order, times 1/n.

Run in this folder: python3 reference.py > reference.json && npx biome format --write reference.json
"""

import json
import sys
from pathlib import Path

import numpy as np

sys.path.append(str(Path(__file__).parents[2] / "lib" / "reference"))
from normal_numbers import Sampler, solve  # noqa: E402
from random_numbers import apply, jump_matrix, pack, unpack  # noqa: E402

STREAM = 10
N, SEED, SHEETS = 11, 7, 3


def increments():
    sampler = Sampler(SEED, solve())
    matrix = jump_matrix()
    for _ in range(STREAM):
        sampler.state = unpack(apply(matrix, pack(sampler.state)))
    numbers = [float(sampler.draw()[0]) for _ in range(SHEETS * N * N)]
    return np.reshape(numbers, (SHEETS, N, N)) / N


def points():
    """Roots of the additive recurrence of the plastic number, in the cells of the grid: indices (j, i) of (s, t)."""
    plastic = max(np.roots([1, 0, -1, -1]).real)
    shares = (0.5 + np.outer(np.arange(16), [1 / plastic, 1 / plastic**2])) % 1
    return (np.sqrt(shares) * N).astype(int)


def pairs(values):
    """Of a symmetric matrix, row by row up to the diagonal."""
    return values[np.tril_indices(16)]


if __name__ == "__main__":
    xi = increments()
    sheets = xi.cumsum(axis=1).cumsum(axis=2)
    place = points()
    s, t = ((place + 1) / N).T
    covariance = np.minimum.outer(s, s) * np.minimum.outer(t, t)
    at = sheets[:, place[:, 1], place[:, 0]]
    products = at[:, :, None] * at[:, None, :]
    measured = products.mean(axis=0)
    spread = np.outer(np.diag(covariance), np.diag(covariance)) + covariance**2
    angle = np.pi / 2 * 0.25
    print(
        json.dumps(
            {
                "n": N,
                "seed": SEED,
                "sheets": sheets.reshape(SHEETS, -1).tolist(),
                "turning": (np.cos(angle) * sheets[1] + np.sin(angle) * sheets[2]).ravel().tolist(),
                "variations": (xi**2).sum(axis=(1, 2)).tolist(),
                "points": np.column_stack([s, t]).ravel().tolist(),
                "covariance": pairs(covariance).tolist(),
                "measured": pairs(measured).tolist(),
                "measuredError": pairs(products.std(axis=0, ddof=1) / np.sqrt(SHEETS)).tolist(),
                "deviation": float(np.sqrt(np.mean(pairs((measured - covariance) ** 2)))),
                "deviationExpected": float(np.sqrt(np.mean(pairs(spread)) / SHEETS)),
            }
        )
    )
