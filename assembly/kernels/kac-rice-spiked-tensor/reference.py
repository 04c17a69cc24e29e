"""Reference numbers of the complexity of the spiked tensor, by other means than the kernel's.

Annealed: the closed form of Ben Arous, Mei, Montanari and Nica in their variables, its logarithmic potential and the
price of a minimum by quadrature. Quenched: n = 1, 2, ... replicas of integer number. The least noise that has the
gradients asked for at n points is a linear system in the span of the points and the signal, solved in full; its norm is a
rational function of n, fitted and taken to n = 0; then a search for the first minimum over the overlap of the replicas on
a grid, refined. Ground state: the variational formula of one step of replica symmetry breaking. Transitions and the edge
of the band: numerical roots and maxima. Hessian: of dense tensors at random points, diagonalised.

Run in this folder: python3 reference.py > reference.json && npx biome format --write reference.json
"""

import json

import numpy as np
from scipy.integrate import quad
from scipy.optimize import brentq, fsolve, minimize_scalar


def potential(x):
    """The integral of the semicircle times log|y - x|, with y = 2 sin a."""

    def integrand(a):
        return 2 / np.pi * np.cos(a) ** 2 * np.log(abs(2 * np.sin(a) - x))

    inside = [np.arcsin(x / 2)] if abs(x) < 2 else None
    return quad(integrand, -np.pi / 2, np.pi / 2, points=inside, limit=500, epsabs=1e-13, epsrel=1e-13)[0]


def price(theta, t):
    """Cost of no eigenvalue beyond t: the integral of the force (theta - z)/2 between t and the outlier."""
    edge = theta + 1 / theta if theta > 1 else 2.0
    if t >= edge:
        return 0.0
    force = lambda y: (theta - (y + np.sqrt(y * y - 4)) / 2) / 2
    return quad(force, t, edge, epsabs=1e-13)[0]


def annealed(p, r, m, E):
    """(all stationary points, minima); None for no minima."""
    x, strength, k = -E, r / p, p
    total = (np.log(k - 1) + 1) / 2 + np.log(1 - m * m) / 2
    total -= k * strength**2 * m ** (2 * k - 2) * (1 - m * m) + (x - strength * m**k) ** 2
    t = np.sqrt(2 * k / (k - 1)) * x
    total += potential(t)
    theta = np.sqrt(2 * k * (k - 1)) * strength * m ** (k - 2) * (1 - m * m)
    return total, total - price(theta, t) if t >= 2 else None


def least_noise(n, q, p, r, m, E):
    """Square norm, over n, of the least noise with gradient rho x* + lambda x_a at n points x_a of mutual overlap q."""
    slope = lambda c: p / 2 * c ** (p - 1)
    curvature = lambda c: p * (p - 1) / 2 * c ** (p - 2)
    gram = np.full((n + 1, n + 1), q)
    gram[0, :] = gram[:, 0] = m
    np.fill_diagonal(gram, 1.0)
    size = n + 1
    system, target = np.zeros((n * size, n * size)), np.zeros(n * size)
    for a in range(n):
        for b in range(n):
            c = gram[a + 1, b + 1]
            for i in range(size):
                system[a * size + i, b * size + i] += slope(c)
                system[a * size + b + 1, b * size + i] += curvature(c) * gram[i, a + 1]
        target[a * size] += r * m ** (p - 1)
        target[a * size + a + 1] += p * E
    weights = np.linalg.solve(system, target)
    return weights @ (np.kron(np.eye(n), gram) @ target) / n


def no_replica(q, p, r, m, E):
    """The norm above at n = 0: a rational function of order 3 through n = 1 ... 9."""
    n = np.arange(1, 10)
    norm = np.array([least_noise(k, q, p, r, m, E) for k in n])
    powers = n[:, None] ** np.arange(4.0)
    return np.linalg.lstsq(np.hstack([powers, -norm[:, None] * powers[:, 1:]]), norm, rcond=None)[0][0]


def replicated(q, p, r, m, E):
    slope = lambda c: p / 2 * c ** (p - 1)
    points = np.log(1 - q) + (q - m * m) / (1 - q)
    gradients = np.log(slope(1) - slope(q)) + slope(q) / (slope(1) - slope(q))
    hessian = np.log(p * (p - 1) / 2) / 2 + potential(-p * E / np.sqrt(p * (p - 1) / 2))
    return 0.5 + (points - gradients - no_replica(q, p, r, m, E)) / 2 + hessian


def quenched(p, r, m, E):
    """All stationary points; None where the first minimum at or above q = m^2 is missing or above the annealed value."""
    value = lambda q: replicated(q, p, r, m, E)
    start = m * m
    h = 1e-4 * (1 - start)
    if value(start + h) - value(start - h) > 1e-7 * h:
        return None
    grid = start + (0.995 - start) * np.linspace(0, 1, 120) ** 2
    before = value(grid[0])
    for k in range(1, len(grid)):
        after = value(grid[k])
        if after >= before:
            bounds = (grid[max(k - 2, 0)], grid[k])
            least = minimize_scalar(value, bounds=bounds, method="bounded", options={"xatol": 1e-9})
            return least.fun if least.fun <= annealed(p, r, m, E)[0] + 1e-10 else None
        before = after
    return None


def point(p, r, m, E):
    total, minima = annealed(p, r, m, E)
    typical = quenched(p, r, m, E)
    cost = None if minima is None else total - minima
    return {
        "p": p,
        "r": r,
        "overlap": m,
        "energy": E,
        "annealedTotal": total,
        "annealedMinima": minima,
        "quenchedTotal": typical,
        "quenchedMinima": None if typical is None or cost is None else typical - cost,
    }


def ground_state(p):
    """Stationary value of -(chi f'(1) + y f(1) + log(1 + y/chi)/y)/2 over chi and y."""
    energy = lambda chi, y: -(chi * p / 2 + y / 2 + np.log(1 + y / chi) / y) / 2

    def slopes(v):
        chi, y = np.exp(v)
        by_chi = p / 2 + (1 / (chi + y) - 1 / chi) / y
        by_y = 0.5 - np.log(1 + y / chi) / y**2 + 1 / (y * (chi + y))
        return [by_chi, by_y]

    return energy(*np.exp(fsolve(slopes, np.log([0.45, 1.0]), xtol=1e-14)))


def planted(p, r):
    """Largest overlap where the replica-symmetric energy at zero temperature is stationary, and that energy."""
    force = lambda m: r * m ** (p - 2) * np.sqrt(1 - m * m) - np.sqrt(p / 2)
    grid = np.linspace(0.01, 1, 20001)
    above = np.nonzero(force(grid) > 0)[0]
    if len(above) == 0:
        return None
    m = brentq(force, grid[above[-1]], grid[above[-1] + 1], xtol=1e-15)
    return m, -(r / p * m**p + np.sqrt(p / 2 * (1 - m * m)))


def landscape(p):
    least = minimize_scalar(lambda m: np.sqrt(p / 2) / (m ** (p - 2) * np.sqrt(1 - m * m)), bounds=(0.1, 0.99), method="bounded")
    ground = ground_state(p)
    first = brentq(lambda r: planted(p, r)[1] - ground, least.fun + 1e-6, 2 * least.fun, xtol=1e-13)
    return {"p": p, "groundStateEnergy": ground, "spinodal": least.fun, "firstOrder": first}


def map_of(p, r, depth, cells):
    """Quenched complexity of minima at the centres of cells x cells, overlaps from 0 to 1, energies up to the threshold."""
    threshold = -np.sqrt(2 * (p - 1) / p)
    centres = (np.arange(cells) + 0.5) / cells
    energies = threshold + depth * (ground_state(p) - threshold) * (1 - centres)
    rows = [[point(p, r, m, E) for E in energies] for m in centres]
    names = ("annealedMinima", "quenchedMinima")
    return {"p": p, "r": r, "depth": depth, "cells": cells} | {name: [[c[name] for c in row] for row in rows] for name in names}


def band_edge(p, r):
    """The first overlap where the largest annealed complexity of minima is negative."""
    threshold = np.sqrt(2 * (p - 1) / p)

    def most(m):
        value = lambda x: -annealed(p, r, m, -x)[1]
        best = minimize_scalar(value, bounds=(threshold, 2 * threshold), method="bounded", options={"xatol": 1e-10})
        return max(-best.fun, -value(threshold * (1 + 1e-15)))

    grid = np.linspace(0, 0.99, 100)
    k = next(k for k, m in enumerate(grid) if most(m) < 0)
    return {"p": p, "r": r, "edge": brentq(most, grid[k - 1], grid[k], xtol=1e-10)}


def hessian(rng, N, r, m, instances):
    """Smallest eigenvalue of the Hessian of p = 3 on the sphere, less the radial force, at a random point of overlap m;
    squared overlap of its vector with the signal's direction; and the edge of the bulk, from its second moment."""
    rows = []
    for _ in range(instances):
        G = rng.normal(size=(N, N, N))
        signal = rng.normal(size=N)
        signal *= np.sqrt(N) / np.linalg.norm(signal)
        across = rng.normal(size=N)
        across -= across @ signal / N * signal
        across *= np.sqrt(N) / np.linalg.norm(across)
        x = m * signal + np.sqrt(1 - m * m) * across
        # H = -G(x,x,x)/(N sqrt 2) - r N m^3/3, so that the covariance of the noise is N q^3/2
        halves = [np.einsum("ijk,i->jk", G, x), np.einsum("ijk,j->ik", G, x), np.einsum("ijk,k->ij", G, x)]
        second = sum(h + h.T for h in halves) / -(N * np.sqrt(2))
        second -= 2 * r * m * np.outer(signal, signal) / N
        onto = np.eye(N) - np.outer(x, x) / N
        eigenvalues, vectors = np.linalg.eigh(onto @ second @ onto + 100 * np.outer(x, x) / N)
        direction = onto @ signal / np.linalg.norm(onto @ signal)
        bulk = eigenvalues[1:-1]
        rows.append((eigenvalues[0], (vectors[:, 0] @ direction) ** 2, 2 * np.sqrt((bulk**2).mean())))
    rows = np.array(rows)
    mean, error = rows.mean(0), rows.std(0, ddof=1) / np.sqrt(instances)
    return {"N": N, "mean": mean.tolist(), "error": error.tolist()}


if __name__ == "__main__":
    rng = np.random.default_rng(2019)
    points = [
        (3, 2.0, 0.3, -1.12 - 2 / 3 * 0.3**3),
        (3, 2.5, 0.5, -1.0 - 2.5 / 3 * 0.5**3),
        (3, 3.0, 0.5, -1.0 - 0.5**3),
        (3, 2.5, 0.3, -1.0 - 2.5 / 3 * 0.3**3),
        (3, 2.0, 0.1, -1.16 - 2 / 3 * 0.1**3),
        (3, 2.5, 0.5, -1.156),
        (3, 2.5, 0.65, -1.1549),
        (3, 2.5, 0.8, -1.1627),
        (3, 2.5, 0.725, -1.1627),
        (3, 2.0, 0.6, -1.16),
        (3, 3.0, 0.35, -1.163),
        (3, 3.0, 0.8, -1.3),
        (3, 4.0, 0.2, -1.158),
        (3, 6.0, 0.15, -0.5),
        (3, 2.5, 0.0, -1.16),
        (4, 2.0, 0.4, -1.23),
        (4, 3.8, 0.6, -1.23),
        (4, 5.0, 0.3, -1.2),
        (5, 4.5, 0.5, -1.28),
        (5, 6.0, 0.6, -1.27),
        (5, 3.0, 0.2, -0.9),
    ]
    # at the second r the band has just reached a second maximum of the complexity, at the third the planted minimum is at 3/4
    edges = [(3, 2.0), (3, 2.376), (3, np.sqrt(1.5 / (0.75**2 * 0.4375))), (3, 2.5), (3, 2.6), (3, 3.0), (3, 4.0)]
    edges += [(4, 3.0), (4, 3.52), (5, 4.0)]
    reference = {
        "points": [point(*arguments) for arguments in points],
        "landscapes": [landscape(p) for p in (3, 4, 5)],
        "planted": [dict(zip(("p", "r", "overlap", "energy"), (p, r, *planted(p, r)))) for p, r in ((3, 2.5), (3, 4.0), (4, 5.0))],
        "edges": [band_edge(p, r) for p, r in edges],
        "maps": [map_of(3, 2.5, 1.5, 10), map_of(4, 4.0, 1.2, 8)],
        "hessians": {"r": 4.0, "overlap": 0.4, "samples": [hessian(rng, N, 4.0, 0.4, 40) for N in (60, 120)]},
    }
    print(json.dumps(reference, indent=2))
