"""
Energy, forces, pressure, radial distribution and two-time averages of the Kob-Andersen mixture, by sums over all pairs
and all images in dense arrays, at configurations given by a formula. Prints kob-andersen.json.

  V_ab(r) = 4 e_ab ((s_ab/r)^12 - (s_ab/r)^6) - the same at 2.5 s_ab, for r < 2.5 s_ab (Kob, Andersen 1995)
  P = density T + sum of r F/(d L^d) over pairs, here at T = 1
"""
import itertools
import json

import numpy as np

E = np.array([[1.0, 1.5], [1.5, 0.5]])
S = np.array([[1.0, 0.8], [0.8, 0.88]])


def configuration(d, N, side):
    """A lattice of side^d sites, the first N of them in a scattered order, each moved off its site by up to 0.1 of L/side."""
    L = (N / 1.2) ** (1 / d)
    sites = np.array(list(itertools.product(range(side), repeat=d)), dtype=float)
    order = np.argsort([(k * 7919) % 10007 for k in range(len(sites))], kind='stable')
    i, k = np.meshgrid(np.arange(N), np.arange(d), indexing='ij')
    jitter = 0.1 * np.sin(1.0 + 3.7 * i + 11.3 * k + 0.1 * i * i)
    return L, (sites[order[:N]] + 0.5 + jitter) * L / side


def images(d, L):
    return L * np.array(list(itertools.product((-1, 0, 1), repeat=d)), dtype=float)


def observe(d, N, side):
    L, r = configuration(d, N, side)
    NA = round((0.65 if d == 2 else 0.8) * N)
    species = (np.arange(N) >= NA).astype(int)
    e, s = E[species[:, None], species], S[species[:, None], species]
    energy, virial, force, distances = 0.0, 0.0, np.zeros((N, d)), []
    for shift in images(d, L):
        delta = r[:, None, :] - r[None, :, :] + shift
        distance = np.sqrt((delta**2).sum(-1))
        if not shift.any():
            np.fill_diagonal(distance, np.inf)
        inside = distance < 2.5 * s
        x = s / distance
        V = 4 * e * (x**12 - x**6 - 2.5**-12 + 2.5**-6)
        minus_rdV = 4 * e * (12 * x**12 - 6 * x**6)
        energy += 0.5 * V[inside].sum()
        virial += 0.5 * minus_rdV[inside].sum()
        safe = np.where(inside, distance, 1.0)
        force += (np.where(inside, minus_rdV / safe**2, 0.0)[..., None] * delta).sum(1)
        distances.append(distance[:NA, :NA].ravel())
    edges = 0.025 * np.arange(101)
    counts, _ = np.histogram(np.concatenate(distances), edges)
    ball = np.pi if d == 2 else 4 * np.pi / 3
    g = counts / NA / (NA / L**d) / (ball * np.diff(edges**d))
    return L, NA, energy / N, 1.2 + virial / (d * L**d), force, g


def two_times(d, N, L, NA):
    """Displacements by a formula: the mean over A and over wave vectors of cos q u, and the mean of u^2."""
    i, k = np.meshgrid(np.arange(N), np.arange(d), indexing='ij')
    u = 0.3 * np.sin(2.0 + 1.3 * i + 5.1 * k)
    target = (6.5 if d == 2 else 7.25) * L / (2 * np.pi)
    most = int(target) + 2
    n = np.array(list(itertools.product(range(-most, most + 1), repeat=d)))
    n = n[np.abs(np.sqrt((n**2).sum(1)) - target) <= 0.25]
    phases = np.exp(2j * np.pi / L * (u[:NA] @ n.T))
    return phases.mean().real, (u[:NA] ** 2).sum(1).mean()


cases = []
for d, N, side in [(2, 64, 8), (2, 100, 11), (3, 64, 4), (3, 200, 6)]:
    L, NA, energy, pressure, force, g = observe(d, N, side)
    scattering, square = two_times(d, N, L, NA)
    cases.append({
        'd': d, 'N': N, 'side': side, 'energy': energy, 'pressure': pressure, 'forces': force.ravel()[: 4 * d].tolist(),
        'forceSquare': float((force**2).sum()), 'radial': g.tolist(),
        'scattering': float(scattering), 'square': float(square),
    })
print('[\n ' + ',\n '.join(json.dumps(case) for case in cases) + '\n]')
