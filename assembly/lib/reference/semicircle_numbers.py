"""Reference of semicircle.ts: integrals by quadrature, and random matrices.

`potentials`: the integral of rho(x) log|x - y|, by quadrature. `confinements`: the rate function of the largest eigenvalue
from that integral, a Coulomb gas in the field of the spherical integral of rank one, less its minimum found numerically.
`probabilities`: P(no eigenvalue above t) by sampling the tridiagonal form of the matrix, whose pivots must all be positive;
the first entry, which alone knows theta, is integrated over. `outliers`: dense matrices, diagonalised.

Run in this folder: python3 semicircle_numbers.py > semicircle.json, then format the file with biome.
"""

import json

import numpy as np
from scipy.integrate import quad
from scipy.optimize import minimize_scalar
from scipy.special import ndtr


def potential(x):
    """With y = 2 sin a, the weight is smooth: rho(y) dy = (2/pi) cos(a)^2 da."""

    def integrand(a):
        return 2 / np.pi * np.cos(a) ** 2 * np.log(abs(2 * np.sin(a) - x))

    inside = [np.arcsin(x / 2)] if abs(x) < 2 else None
    return quad(integrand, -np.pi / 2, np.pi / 2, points=inside, limit=500, epsabs=1e-13, epsrel=1e-13)[0]


def rate(theta, t):
    gas = t * t / 4 - potential(t)
    spherical = (theta * t - 1 - np.log(theta) - potential(t)) / 2
    return gas - spherical


def confinement(theta, t):
    least = minimize_scalar(lambda x: rate(theta, x), bounds=(2, theta + 2), method="bounded", options={"xatol": 1e-8})
    return max(rate(theta, t) - least.fun, 0.0) if t < least.x else 0.0


def probability(rng, theta, t, size, samples):
    """Mean and standard error of P(largest eigenvalue < t)."""
    total = square = 0.0
    batch = 100_000
    for _ in range(samples // batch):
        pivot = t - rng.normal(0, np.sqrt(2 / size), batch)
        positive = pivot > 0
        for k in range(1, size - 1):
            pivot = t - rng.normal(0, np.sqrt(2 / size), batch) - rng.chisquare(k, batch) / size / pivot
            positive &= pivot > 0
        last = t - theta - rng.chisquare(size - 1, batch) / size / pivot
        chance = np.where(positive, ndtr(last * np.sqrt(size / 2)), 0.0)
        total += chance.sum()
        square += (chance**2).sum()
    mean = total / samples
    return mean, np.sqrt((square / samples - mean**2) / samples)


def outlier(rng, theta, size, samples):
    """Largest eigenvalue of W + theta v v', and squared overlap of its vector with v: means and standard errors."""
    values = []
    for _ in range(samples):
        G = rng.normal(size=(size, size))
        W = (G + G.T) / np.sqrt(2 * size)
        W[0, 0] += theta
        eigenvalues, vectors = np.linalg.eigh(W)
        values.append((eigenvalues[-1], vectors[0, -1] ** 2))
    values = np.array(values)
    mean, error = values.mean(0), values.std(0, ddof=1) / np.sqrt(samples)
    return {"size": size, "eigenvalue": mean[0], "eigenvalueError": error[0], "overlap": mean[1], "overlapError": error[1]}


if __name__ == "__main__":
    rng = np.random.default_rng(2007)
    probabilities = []
    for theta, t in [(1.5, 2.05), (2.0, 2.2), (2.5, 2.6)]:
        row = {"theta": theta, "t": t, "samples": []}
        for size in (50, 100, 200):
            mean, error = probability(rng, theta, t, size, 2_000_000)
            row["samples"].append({"size": size, "probability": mean, "error": error})
        probabilities.append(row)
    pairs = [(1.1, 2.0), (1.3, 2.03), (2.0, 2.0), (2.0, 2.3), (2.0, 2.6), (3.5, 2.5), (0.8, 2.1)]
    reference = {
        "potentials": [{"x": x, "value": potential(x)} for x in (0.0, 0.5, -1.3, 1.9, 2.1, -3.0, 6.0)],
        "confinements": [{"theta": a, "t": t, "value": confinement(a, t)} for a, t in pairs],
        "probabilities": probabilities,
        "outliers": [
            {"theta": theta, "samples": [outlier(rng, theta, size, 400) for size in (100, 200)]} for theta in (1.5, 3.0)
        ],
    }
    print(json.dumps(reference, indent=2))
