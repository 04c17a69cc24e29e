"""Reference numbers of state evolution for the spiked matrix-tensor model (p = 3), by other means than the kernel's.

The overlap after one iteration is one minus the mean squared error of the posterior mean of a Gaussian signal seen with
signal-to-noise ratio a, integrated numerically; fixed points are the roots of the derivative of the free entropy; the free
entropy is the integral of that derivative.

Run in this folder: python3 reference.py > reference.json && npx biome format --write reference.json
"""

import json

import numpy as np
from scipy.integrate import quad
from scipy.optimize import brentq

NODES, WEIGHTS = np.polynomial.hermite_e.hermegauss(40)
WEIGHTS = WEIGHTS / WEIGHTS.sum()


def precision(m, delta2, delta3):
    return m / delta2 + m * m / delta3


def overlap_after(m, delta2, delta3):
    """E[x* <x>] for x* ~ N(0, 1) seen as y = a x* + sqrt(a) z, prior N(0, 1)."""
    a = precision(m, delta2, delta3)
    signal, noise = np.meshgrid(NODES, NODES, indexing="ij")
    weight = np.outer(WEIGHTS, WEIGHTS)
    y = a * signal + np.sqrt(a) * noise
    return float(np.sum(weight * signal * y / (1 + a)))


def slope(m, delta2, delta3):
    return 0.5 * (precision(m, delta2, delta3) - m / (1 - m))


def free_entropy(m, delta2, delta3):
    return quad(slope, 0, m, args=(delta2, delta3), epsabs=1e-14, epsrel=1e-13)[0]


def maxima(delta2, delta3):
    """Overlaps where the free entropy has a maximum: 0, if it is one, and the sign changes of the slope on a fine grid."""
    grid = np.linspace(1e-4, 1 - 1e-9, 20001)
    signs = [slope(m, delta2, delta3) > 0 for m in grid]
    found = [] if signs[0] else [0.0]
    for k in range(len(grid) - 1):
        if signs[k] and not signs[k + 1]:
            found.append(brentq(slope, grid[k], grid[k + 1], args=(delta2, delta3), xtol=1e-15))
    return found


def fixed_point(delta2, delta3):
    found = maxima(delta2, delta3)
    return {
        "delta2": delta2,
        "delta3": delta3,
        "uninformed": found[0],
        "informed": found[-1],
        "freeEntropy": free_entropy(found[-1], delta2, delta3),
    }


def transition(delta3):
    """Largest delta2 with an informed maximum, and the one where that maximum is as high as m = 0."""
    informed = lambda delta2: maxima(delta2, delta3)[-1]
    low, high = 1.0, 4.0
    while high - low > 1e-9:
        middle = (low + high) / 2
        low, high = (middle, high) if informed(middle) > 1e-3 else (low, middle)
    spinodal = low
    threshold = brentq(lambda d: free_entropy(informed(d), d, delta3), 1.0 + 1e-6, spinodal - 1e-6, xtol=1e-10)
    return {"delta3": delta3, "spinodal": spinodal, "threshold": threshold, "overlap": informed(threshold)}


def orbit(delta2, delta3, m, steps):
    overlaps = [m]
    for _ in range(steps):
        overlaps.append(overlap_after(overlaps[-1], delta2, delta3))
    return {"delta2": delta2, "delta3": delta3, "overlaps": overlaps}


if __name__ == "__main__":
    pairs = [(0.7, 1.0), (0.5, 1.0), (1.05, 0.6), (0.3, 1.0), (1.05, 0.3), (1.1, 0.6)]
    reference = {
        "fixedPoints": [fixed_point(*pair) for pair in pairs],
        "orbits": [orbit(0.5, 1.0, 0.01, 12), orbit(1.05, 0.3, 0.5, 12)],
        "transitions": [transition(delta3) for delta3 in (0.3, 0.5, 0.6, 0.8)],
    }
    print(json.dumps(reference, indent=2))
