"""Means over instances of Hopfield networks in NumPy, for kernel.test.ts: python3 reference.py > reference.json

Written from the equations: dense f64 couplings, the field of a spin summed anew at each update, random numbers of NumPy.
Each row has the mean over `instances` of the overlap and of the energy per spin after `sweeps` sweeps, and the scatter.
"""
import json

import numpy as np

CASES = [
    # patterns (0 independent, 1 Gaussian, 2 binary coefficients), mixture (0: from a pattern), alpha, alphaD, T, sweeps
    dict(patterns=0, mixture=0, alpha=0.1, alphaD=0.1, temperature=0.0, flipped=0.0, sweeps=20),
    dict(patterns=0, mixture=0, alpha=0.2, alphaD=0.1, temperature=0.0, flipped=0.1, sweeps=20),
    dict(patterns=0, mixture=0, alpha=0.05, alphaD=0.1, temperature=0.4, flipped=0.0, sweeps=10),
    dict(patterns=0, mixture=1, alpha=0.1, alphaD=0.1, temperature=1.5, flipped=0.0, sweeps=5),
    dict(patterns=1, mixture=0, alpha=0.1, alphaD=0.1, temperature=0.0, flipped=0.0, sweeps=5),
    dict(patterns=1, mixture=1, alpha=0.8, alphaD=0.1, temperature=0.0, flipped=0.0, sweeps=5),
    dict(patterns=2, mixture=1, alpha=0.8, alphaD=0.1, temperature=0.0, flipped=0.0, sweeps=5),
    dict(patterns=1, mixture=3, alpha=1.5, alphaD=0.05, temperature=0.0, flipped=0.0, sweeps=5),
]
N, INSTANCES = 200, 400


def instance(rng, case):
    P = max(1, round(case["alpha"] * N))
    D = int(case["alphaD"] * N / 2) * 2 + 1
    features = rng.choice([-1.0, 1.0], size=(D, N))
    if case["patterns"] == 0:
        xi = rng.choice([-1.0, 1.0], size=(P, N))
    else:
        c = rng.standard_normal((P, D)) if case["patterns"] == 1 else rng.choice([-1.0, 1.0], size=(P, D))
        xi = np.sign(c @ features)
    J = np.einsum("ai,aj->ij", xi, xi) / N
    J[np.arange(N), np.arange(N)] = 0
    start = np.sign(features[: case["mixture"]].sum(axis=0)) if case["mixture"] else xi[0]
    s = np.where(rng.random(N) < case["flipped"], -start, start)
    T = case["temperature"]
    for _ in range(case["sweeps"]):
        for i in rng.permutation(N):
            h = J[i] @ s
            if T > 0:
                s[i] = 1.0 if rng.random() < 0.5 * (1 + np.tanh(h / T)) else -1.0
            elif abs(h) > 1e-9:
                s[i] = np.sign(h)
            else:
                s[i] = 1.0
    return s @ start / N, -0.5 * s @ J @ s / N


def main():
    rows = []
    for k, case in enumerate(CASES):
        rng = np.random.default_rng([2303, 16880, k])
        values = np.array([instance(rng, case) for _ in range(INSTANCES)])
        mean, scatter = values.mean(axis=0), values.std(axis=0, ddof=1)
        rows.append(dict(case, overlap=mean[0], overlapScatter=scatter[0], energy=mean[1], energyScatter=scatter[1]))
    print(json.dumps(dict(N=N, instances=INSTANCES, cases=rows), indent=2))


main()
