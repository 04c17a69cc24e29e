"""Statistics of networks that learn random labels by stochastic gradient descent, from an independent program.

P = 400 Gaussian inputs in 20 dimensions with labels 0 or 1, one sigmoid output, squared error, batches of 20 drawn with
replacement, rate 1/2; 3 and 100 hidden units; eight runs of each with their own data, start and batches. The start is that
of the kernel: weights of variance 2/d and 1/h, biases zero. Derivatives are those of the formula, written for all runs at
once; numbers are means over runs of decimal logarithms, with the standard deviation of one run.

Run in this folder: python3 reference.py > reference.json && npx biome format --write reference.json
"""

import json

import numpy as np

RUNS, P, D, B, RATE, STEPS, WAIT = 8, 400, 20, 20, 0.5, 8_730, 1_000
MEASURED, LAGS = [103, 1_032, 8_513], [10, 98, 973, 7_730]


def forward(net, x):
    fields = np.einsum("rhd,rbd->rbh", net["w1"], x) + net["c1"][:, None, :]
    hidden = np.maximum(fields, 0)
    return hidden, 1 / (1 + np.exp(-(np.einsum("rh,rbh->rb", net["w2"], hidden) + net["c2"][:, None])))


def step(net, x, y):
    hidden, f = forward(net, x)
    d2 = 2 * (f - y) * f * (1 - f) / B
    d1 = d2[:, :, None] * net["w2"][:, None, :] * (hidden > 0)
    slopes = {
        "w1": np.einsum("rbh,rbd->rhd", d1, x),
        "c1": d1.sum(axis=1),
        "w2": np.einsum("rb,rbh->rh", d2, hidden),
        "c2": d2.sum(axis=1),
    }
    return {name: net[name] - RATE * slopes[name] for name in net}


def flat(net):
    return np.concatenate([part.reshape(RUNS, -1) for part in net.values()], axis=1)


def decades(values):
    logs = np.log10(values)
    return {"mean": float(logs.mean()), "deviation": float(logs.std(ddof=1))}


def statistics(width, seed):
    rng = np.random.default_rng(seed)
    x = rng.standard_normal((RUNS, P, D))
    y = rng.integers(0, 2, (RUNS, P)).astype(float)
    net = {
        "w1": rng.standard_normal((RUNS, width, D)) * np.sqrt(2 / D),
        "c1": np.zeros((RUNS, width)),
        "w2": rng.standard_normal((RUNS, width)) * np.sqrt(1 / width),
        "c2": np.zeros(RUNS),
    }
    losses, moved = [], []
    for t in range(1, STEPS + 1):
        chosen = rng.integers(0, P, (RUNS, B))
        net = step(net, np.take_along_axis(x, chosen[:, :, None], axis=1), np.take_along_axis(y, chosen, axis=1))
        if t in MEASURED:
            losses.append({"t": t, **decades(np.mean((forward(net, x)[1] - y) ** 2, axis=1))})
        if t == WAIT:
            kept = flat(net)
        if t - WAIT in LAGS:
            moved.append({"lag": t - WAIT, **decades(np.mean((flat(net) - kept) ** 2, axis=1))})
    return {"width": width, "losses": losses, "displacements": moved}


if __name__ == "__main__":
    print(json.dumps({"runs": RUNS, "wait": WAIT, "widths": [statistics(3, 1), statistics(100, 2)]}))
