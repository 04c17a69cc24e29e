"""Reference numbers of state evolution for maximum-likelihood AMP on the spiked matrix-tensor model (p = 3), by other means
than the kernel's.

The fixed points are the stationary points of the lowest energy at given overlap, whose derivative is taken by a complex
step. The orbit comes from the full two-time description: the fields of all times are jointly Gaussian, signal plus noise of
the covariance that all earlier estimates give, and an estimate is its field divided by the norm of that field. Fields and
estimates are vectors of coefficients of independent standard normal numbers, from a Cholesky factor of the covariance.

Run in this folder: python3 reference.py > reference.json && npx biome format --write reference.json
"""

import json

import numpy as np
from scipy.optimize import brentq


def covariance(q, delta2, delta3):
    return q * q / (2 * delta2) + q**3 / (3 * delta3)


def derivative(function, x):
    return (function(x + 1e-30j)).imag / 1e-30


def energy(m, delta2, delta3):
    strength = derivative(lambda q: covariance(q, delta2, delta3), 1.0)
    return -covariance(m, delta2, delta3) - (strength * (1 - m * m)) ** 0.5


def minima(delta2, delta3):
    """Overlaps of the minima of the energy, 0 included if it is one."""
    slope = lambda m: derivative(lambda x: energy(x, delta2, delta3), m)
    grid = np.linspace(1e-4, 1 - 1e-9, 20001)
    signs = [slope(m) < 0 for m in grid]
    found = [] if signs[0] else [0.0]
    for k in range(len(grid) - 1):
        if signs[k] and not signs[k + 1]:
            found.append(brentq(slope, grid[k], grid[k + 1], xtol=1e-15))
    return found


def fixed_point(delta2, delta3):
    found = minima(delta2, delta3)
    return {
        "delta2": delta2,
        "delta3": delta3,
        "uninformed": found[0],
        "informed": found[-1],
        "energy": energy(found[-1], delta2, delta3),
    }


def orbit(delta2, delta3, m0, steps):
    """Overlaps with the signal and between consecutive estimates. Coefficients: of x*, of the start's noise, of z_0, z_1, ..."""
    slope = lambda q: derivative(lambda x: covariance(x, delta2, delta3), float(q))
    size = steps + 2
    estimates = [np.array([m0, np.sqrt(1 - m0 * m0)] + [0.0] * (size - 2))]
    consecutive = [0.0]
    for t in range(steps):
        noise = np.array([[slope(a @ b) for b in estimates] for a in estimates])
        factors = np.linalg.cholesky(noise)
        later = [estimates[0]]
        for s in range(t + 1):
            field = np.zeros(size)
            field[0] = slope(estimates[s][0])
            field[2 : 3 + s] = factors[s, : s + 1]
            later.append(field / np.linalg.norm(field))
        estimates = later
        consecutive.append(float(estimates[-1] @ estimates[-2]))
    overlaps = [float(x[0]) for x in estimates]
    return {"delta2": delta2, "delta3": delta3, "overlaps": overlaps, "consecutive": consecutive}


if __name__ == "__main__":
    pairs = [(0.3, 1.0), (0.5, 1.0), (0.2, 1.0), (1 / 3, 4.0), (2 / 3, 4.0), (1.0, 0.3), (3.0, 1.0)]
    reference = {
        "fixedPoints": [fixed_point(*pair) for pair in pairs],
        "orbits": [orbit(0.3, 1.0, 0.1, 10), orbit(0.5, 1.0, 0.4, 10), orbit(3.0, 1.0, 0.5, 6)],
    }
    print(json.dumps(reference, indent=2))
