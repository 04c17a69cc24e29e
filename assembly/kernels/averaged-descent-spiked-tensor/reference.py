"""How often gradient descent and averaged gradient descent find the signal of a spiked tensor: an implementation with full
arrays and its own random numbers, of which the kernels share only the equations.

Run in this folder: python3 reference.py > reference.json   (about three minutes)
"""

import itertools
import json

import numpy as np

N, R, SPREAD, ETA, SETTLED, FARTHEST = 100, 400, 0.9, 0.2, 0.02, 50
INSTANCES = 200


def on_sphere(x):
    return np.sqrt(N) * x / np.linalg.norm(x, axis=-1, keepdims=True)


class Instance:
    def __init__(self, seed, r):
        self.random = np.random.default_rng(seed)
        G = self.random.standard_normal((N, N, N))
        W = sum(G.transpose(order) for order in itertools.permutations(range(3))) / 6
        self.W = W.reshape(N, N * N)
        self.star = on_sphere(self.random.standard_normal(N))
        self.start = on_sphere(self.random.standard_normal(N))
        self.r = r

    def force(self, M):
        """Mean force over points whose mean of x x^T is M."""
        noise = 3 / (N * np.sqrt(2)) * (self.W @ M.ravel())
        return noise + self.r * (self.star @ M @ self.star) / N**2 * self.star

    def descend(self, x, steps=1500):
        for _ in range(steps):
            F = self.force(np.outer(x, x))
            x = on_sphere(x + ETA * np.sqrt(N) * F / np.linalg.norm(F))
            if np.linalg.norm(F - (F @ x) / N * x) < 1e-4 * np.linalg.norm(F):
                break
        return x

    def average(self, x):
        """The centre of mass when the averaging ends."""
        u = on_sphere(self.random.standard_normal((R, N)))
        travelled = 0
        while travelled < FARTHEST:
            replicas = np.sqrt(1 - SPREAD) * x + np.sqrt(SPREAD) * u
            F = self.force(replicas.T @ replicas / R)
            if np.linalg.norm(F - (F @ x) / N * x) < SETTLED * np.linalg.norm(F):
                break
            x = on_sphere(x + ETA * np.sqrt(N) * F / np.linalg.norm(F))
            travelled += ETA
        return x


def successes(ratio):
    found = {"ratio": ratio, "instances": INSTANCES, "gradientDescent": 0, "averagedDescent": 0}
    for seed in range(INSTANCES):
        instance = Instance(seed + 10_000, ratio * N**0.25)
        plain = instance.descend(instance.start)
        averaged = instance.descend(instance.average(instance.start))
        found["gradientDescent"] += int(plain @ instance.star / N > 0.7)
        found["averagedDescent"] += int(averaged @ instance.star / N > 0.7)
    return found


if __name__ == "__main__":
    print(json.dumps({"N": N, "R": R, "spread": SPREAD, "eta": ETA, "successes": [successes(r) for r in (0.5, 1, 2)]}, indent=2))
