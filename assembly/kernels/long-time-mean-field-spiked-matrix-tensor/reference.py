"""Reference numbers of the mean-field dynamics of the spiked matrix-tensor model, by other means than the kernel's.

Short times: the two-time equations by Euler's method in the sense of Ito on uniform grids of step h, rectangle sums over
the past, extrapolated to h = 0 (the error is a series in h; four steps, each half the one before, leave h^4). "doubt" is
how much the last extrapolation still changed. Late times: where the dynamics must end, from the literature's static
equations, by root finding. Run time about a minute.

Run in this folder: python3 reference.py > reference.json && npx biome format --write reference.json
"""

import json

import numpy as np
from scipy.optimize import brentq


class Mixture:
    def __init__(self, p, matrix, tensor):
        """f(q) = matrix q^2/2 + tensor q^p/p, so matrix = 1/delta2 and tensor = 1/deltap."""
        self.p, self.matrix, self.tensor = p, matrix, tensor

    def f(self, q):
        return self.matrix * q**2 / 2 + self.tensor * q**self.p / self.p

    def slope(self, q):
        return self.matrix * q + self.tensor * q ** (self.p - 1)

    def curvature(self, q):
        return self.matrix + self.tensor * (self.p - 1) * q ** (self.p - 2)


def euler(model, temperature, m0, h, end, times, pairs):
    """m, E and mu at `times`, and C and the integrated response at the `pairs` (t, t')."""
    n = round(end / h)
    C = np.zeros((n + 1, n + 1))
    R = np.zeros((n + 1, n + 1))
    m = np.zeros(n + 1)
    energy, mu = np.zeros(n + 1), np.zeros(n + 1)
    C[0, 0], m[0] = 1.0, m0
    for i in range(n + 1):
        past = slice(0, i)
        kernel = h * model.curvature(C[i, past]) * R[i, past]
        drive = h * model.slope(C[i, past])
        energy[i] = -drive @ R[i, past] - model.f(m[i])
        mu[i] = temperature + drive @ R[i, past] + kernel @ C[i, past] + model.slope(m[i]) * m[i]
        if i == n:
            break
        now = slice(0, i + 1)
        force = kernel @ C[past, now] + R[now, past] @ drive + model.slope(m[i]) * m[now]
        C[i + 1, now] = C[now, i + 1] = C[i, now] + h * (force - mu[i] * C[i, now])
        C[i + 1, i + 1] = 1.0
        R[i + 1, now] = R[i, now] + h * (kernel @ R[past, now] - mu[i] * R[i, now])
        R[i + 1, i] = 1.0
        m[i + 1] = m[i] + h * (model.slope(m[i]) + kernel @ m[past] - mu[i] * m[i])
    at = [round(t / h) for t in times]
    two = [(round(t / h), round(s / h)) for t, s in pairs]
    # a rectangle rule for the integrated response: its error is a series in h too
    chi = [h * R[i, j:i].sum() for i, j in two]
    return np.concatenate([m[at], energy[at], mu[at], [C[i, j] for i, j in two], chi])


def extrapolated(model, temperature, m0, coarsest, times, pairs):
    end = max(times)
    table = [euler(model, temperature, m0, coarsest / 2**k, end, times, pairs) for k in range(4)]
    doubt = None
    for order in range(1, 4):
        previous = table[-1]
        table = [(2**order * fine - coarse) / (2**order - 1) for coarse, fine in zip(table, table[1:])]
        doubt = np.abs(table[-1] - previous)
    value = table[0]
    n, k = len(times), len(pairs)
    columns = ["overlap", "energy", "mu"]
    rows = [
        {"t": t} | {name: value[c * n + i] for c, name in enumerate(columns)} | {"doubt": max(doubt[i : 3 * n : n])}
        for i, t in enumerate(times)
    ]
    twoTimes = [
        {
            "t": t,
            "since": s,
            "correlation": value[3 * n + i],
            "integrated": value[3 * n + k + i],
            "doubt": max(doubt[3 * n + i], doubt[3 * n + k + i]),
        }
        for i, (t, s) in enumerate(pairs)
    ]
    setup = {"p": model.p, "delta2": 1 / model.matrix if model.matrix else 1e9, "deltap": 1 / model.tensor}
    return {"setup": setup | {"temperature": temperature, "m0": m0}, "rows": rows, "twoTimes": twoTimes}


def growth(model, m0, coarsest, times):
    """ln m(t) at T = 0 from an overlap so small that it grows exponentially."""
    logs = [np.log(euler(model, 0.0, m0, coarsest / 2**k, max(times), times, [])[: len(times)]) for k in range(4)]
    for order in range(1, 4):
        previous = logs[-1]
        logs = [(2**order * fine - coarse) / (2**order - 1) for coarse, fine in zip(logs, logs[1:])]
    doubt = np.abs(logs[0] - previous)
    return {"m0": m0, "rows": [{"t": t, "log": x, "doubt": d} for t, x, d in zip(times, logs[0], doubt)]}


def planted(model):
    """The end at T = 0: the planted minimum, where gradient flow, ML-AMP and the replica calculation agree."""
    top, bend = model.slope(1.0), model.curvature(1.0)
    m = brentq(lambda q: q - model.slope(q) / np.sqrt(top + model.slope(q) ** 2), 0.3, 1, xtol=1e-15)
    chi = np.sqrt((1 - m * m) / top)
    mu = np.sqrt(top + model.slope(m) ** 2) + bend * chi
    return {"overlap": m, "energy": -(model.f(m) + chi * top), "mu": mu}


def posterior(model):
    """The end at T = 1: the Bayes-optimal overlap; the energy is -f(1) on the Nishimori line."""
    m = brentq(lambda q: q - 1 + 1 / (1 + model.slope(q)), 0.3, 1, xtol=1e-15)
    return {"overlap": m, "energy": -model.f(1.0)}


def threshold(p, temperature):
    """Where the pure p-spin model ages to: the plateau q is marginal, and X follows (Cugliandolo, Kurchan 1993)."""
    top = (p - 2) / p  # the marginal q is the larger root, above the maximum of the left side
    q = brentq(lambda q: p * (p - 1) / 2 * q ** (p - 2) * (1 - q) ** 2 - temperature**2, top, 1, xtol=1e-15)
    X = (p - 2) * (1 - q) / q
    return {"temperature": temperature, "plateau": q, "X": X, "energy": -(1 - (1 - X) * q**p) / (2 * temperature)}


if __name__ == "__main__":
    spiked, pure = Mixture(3, 1 / 0.3, 1.0), Mixture(3, 0.0, 1.5)
    plateau = Mixture(4, 3.0, 0.25)
    pairs = [(10.0, 5.0), (10.0, 9.0), (10.0, 1.0)]
    times = [1.0, 2.0, 5.0, 10.0]
    reference = {
        "short": [
            extrapolated(pure, 0.0, 0.0, 0.1, times, pairs),
            extrapolated(pure, 0.5, 0.0, 0.1, times, pairs),
            extrapolated(spiked, 0.0, 0.1, 0.1, times, pairs),
            extrapolated(spiked, 1.0, 0.1, 0.1, times, pairs),
        ],
        "growth": growth(plateau, 1e-15, 0.1, [5.0, 10.0, 20.0]),
        "planted": {"spiked": planted(spiked), "plateau": planted(plateau)},
        "posterior": posterior(spiked),
        "threshold": threshold(3, 0.5),
    }
    print(json.dumps(reference, indent=2))
