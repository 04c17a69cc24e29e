"""Singular vectors of unfolded spiked tensors from LAPACK, and how often descent from there finds the signal: an
implementation with full arrays. The small instances are those of the kernel, by the scripts of lib/reference; the success
rates have random numbers of their own.

Run in this folder: python3 reference.py > reference.json && npx biome format --write reference.json   (a few minutes)
"""

import itertools
import json
import sys
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[2] / "lib" / "reference"))
from normal_numbers import Sampler, solve  # noqa: E402
from random_numbers import apply, jump_matrix, pack, unpack  # noqa: E402

INSTANCES = 200
DT, STEPS = 0.05, 1500
EDGE = solve()
JUMP = jump_matrix()


def stream(seed, index):
    """The normal numbers of a stream of the kernels' generator."""
    sampler = Sampler(seed, EDGE)
    for _ in range(index):
        sampler.state = unpack(apply(JUMP, pack(sampler.state)))
    return lambda: float(sampler.draw()[0])


def on_sphere(x):
    return np.sqrt(len(x)) * x / np.linalg.norm(x)


def tensor(W, star, r):
    N = len(star)
    return 3 / (N * np.sqrt(2)) * W + r / N**2 * np.einsum("i,j,k->ijk", star, star, star)


def kernel_instance(seed, N, r):
    """Coefficients of the cubic form, drawn in the order of the kernel's tensor and spread over the permutations."""
    signal, noise = stream(seed, 0), stream(seed, 1)
    star = on_sphere(np.array([signal() for _ in range(N)]))
    W = np.zeros((N, N, N))
    for i, j, k in ((i, j, k) for i in range(N) for j in range(i + 1) for k in range(j + 1)):
        places = set(itertools.permutations((i, j, k)))
        value = noise() * np.sqrt(len(places)) / len(places)
        for place in places:
            W[place] = value
    return tensor(W, star, r), star


def own_instance(seed, N, r):
    random = np.random.default_rng(seed)
    G = random.standard_normal((N, N, N))
    W = sum(G.transpose(order) for order in itertools.permutations(range(3))) / 6
    star = on_sphere(random.standard_normal(N))
    return tensor(W, star, r), star


def singular(T):
    """All singular values of the N x N^2 matrix, and the top left vector on the sphere, of the sign of lower energy."""
    u, values, _ = np.linalg.svd(T.reshape(len(T), -1), full_matrices=False)
    x = on_sphere(u[:, 0])
    return values, x * np.sign(np.einsum("ijk,i,j,k->", T, x, x, x))


def descend(T, x):
    N = len(x)
    flat = T.reshape(N, -1)
    for _ in range(STEPS):
        F = flat @ np.outer(x, x).ravel()
        F -= (F @ x) / N * x
        if np.linalg.norm(F) < 1e-4 * np.sqrt(N):
            break
        x = on_sphere(x + DT * F)
    return x


def vector(seed, N, r):
    T, star = kernel_instance(seed, N, r)
    values, x = singular(T)
    return {
        "seed": seed,
        "N": N,
        "r": r,
        "singularValue": values[0],
        "next": values[1],
        "energy": -np.einsum("ijk,i,j,k->", T, x, x, x) / (3 * N),
        "overlap": x @ star / N,
        "x": list(x),
    }


def successes(N, ratio):
    found = 0
    for seed in range(INSTANCES):
        T, star = own_instance(30_000 + seed, N, ratio * N**0.25)
        found += int(descend(T, singular(T)[1]) @ star / N > 0.7)
    return {"N": N, "ratio": ratio, "instances": INSTANCES, "found": found}


if __name__ == "__main__":
    vectors = [vector(1, 9, 0), vector(2, 12, 3), vector(3, 12, 5), vector(4, 14, 2)]
    table = [successes(N, ratio) for N in (50, 100) for ratio in (0.5, 1, 1.5, 2)]
    print(json.dumps({"threshold": 0.7, "vectors": vectors, "successes": table}, indent=2))
