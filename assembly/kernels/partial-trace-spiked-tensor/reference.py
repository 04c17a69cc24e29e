"""The overlap of the vector of partial traces with the signal of a spiked tensor, and how often descent from there finds the
signal: quadrature over the exact law, and an implementation with full arrays and its own random numbers.

Run in this folder: python3 reference.py > reference.json && npx biome format --write reference.json   (a few minutes)
"""

import itertools
import json

import numpy as np
from scipy.integrate import quad
from scipy.stats import chi, norm

INSTANCES = 200
DT, STEPS = 0.05, 1500


class Instance:
    """T(x,x,.) is the force at x: noise of covariance N q^3 / 2 in the energy, and the signal."""

    def __init__(self, seed, N, r):
        random = np.random.default_rng(seed)
        G = random.standard_normal((N, N, N))
        W = sum(G.transpose(order) for order in itertools.permutations(range(3))) / 6
        self.N = N
        self.star = self.on_sphere(random.standard_normal(N))
        self.T = 3 / (N * np.sqrt(2)) * W + r / N**2 * np.einsum("i,j,k->ijk", self.star, self.star, self.star)

    def on_sphere(self, x):
        return np.sqrt(self.N) * x / np.linalg.norm(x)

    def trace(self):
        return self.on_sphere(np.einsum("ijj->i", self.T))

    def overlap(self, x):
        return x @ self.star / self.N

    def descend(self, x):
        flat = self.T.reshape(self.N, -1)
        for _ in range(STEPS):
            F = flat @ np.outer(x, x).ravel()
            F -= (F @ x) / self.N * x
            if np.linalg.norm(F) < 1e-4 * np.sqrt(self.N):
                break
            x = self.on_sphere(x + DT * F)
        return x


def mean_overlap(N, r):
    """E[cos] of the angle between a fixed vector and itself plus isotropic noise, of which one component is along it."""
    rho = r * np.sqrt(N) / np.sqrt(1.5 * (N + 2))
    radius = chi(N - 1)

    def given(z):
        cosine = lambda s: (rho + z) / np.hypot(rho + z, s) * radius.pdf(s)
        return quad(cosine, 0, np.sqrt(N) + 12, epsabs=1e-12, points=[np.sqrt(N)])[0]

    return quad(lambda z: given(z) * norm.pdf(z), -9, 9, epsabs=1e-9)[0]


def successes(N, ratio):
    instances = [Instance(20_000 + seed, N, ratio * N**0.25) for seed in range(INSTANCES)]
    found = sum(int(instance.overlap(instance.descend(instance.trace())) > 0.7) for instance in instances)
    return {"N": N, "ratio": ratio, "instances": INSTANCES, "found": found}


if __name__ == "__main__":
    overlaps = [{"N": N, "r": r, "overlap": mean_overlap(N, r)} for N, r in [(12, 0), (12, 3), (50, 4), (100, 6.3)]]
    table = [successes(N, ratio) for N in (50, 100) for ratio in (0.5, 1, 1.5, 2)]
    print(json.dumps({"threshold": 0.7, "overlaps": overlaps, "successes": table}, indent=2))
