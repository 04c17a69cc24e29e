"""Reference numbers of the phase diagram of the spiked matrix-tensor model, each line from the condition that defines it.

Semicircle integrals are quadratures; the cost of holding back an outlier is the Coulomb gas' price of its position, minimised
over positions; maxima of the free entropy are sign changes of its slope on a grid, and the free entropy the integral of it.

Run in this folder: python3 reference.py > reference.json && npx biome format --write reference.json   (a minute)
"""

import json
import math

import numpy as np
from scipy.integrate import quad
from scipy.optimize import brentq, minimize_scalar


def slope(q, s, p, delta):
    return s * q + q ** (p - 1) / delta


def curvature(q, s, p, delta):
    return s + (p - 1) * q ** (p - 2) / delta


def ml_amp(p, delta):
    """The derivative of the state evolution m -> f'(m)/sqrt(f'(1) + f'(m)^2) at zero is one."""
    h = 1e-30j
    gain = lambda s: (slope(h, s, p, delta) / np.sqrt(slope(1, s, p, delta) + slope(h, s, p, delta) ** 2)).imag / 1e-30
    return brentq(lambda s: gain(s) - 1, 0.5, 50, xtol=1e-13)


def gradient_flow(p, delta):
    """A spike of strength s leaves a semicircle of variance f''(1)."""
    return brentq(lambda s: s - math.sqrt(curvature(1, s, p, delta)), 0.5, 50, xtol=1e-13)


def log_potential(x):
    """Integral of the semicircle times log|x - y|, y = 2 sin(angle)."""
    term = lambda angle: 2 * math.cos(angle) ** 2 / math.pi * math.log(abs(x - 2 * math.sin(angle)))
    return quad(term, -math.pi / 2, math.pi / 2, epsabs=1e-12)[0]


def holding_back(theta, t):
    """Cost of no eigenvalue above t: that of the top one at its cheapest place below t, over its cheapest place at all."""
    price = lambda x: x * x / 4 - log_potential(x) / 2 - theta * x / 2
    best = minimize_scalar(price, bounds=(2, theta + 2), method="bounded", options={"xatol": 1e-9})
    return 0.0 if theta <= 1 or t >= best.x else price(t) - best.fun


def complexity(s, p, delta):
    """Of the minima at the equator, at their most frequent radial force."""
    f1, f2 = slope(1, s, p, delta), curvature(1, s, p, delta)
    theta = s / math.sqrt(f2)

    def at(t):
        return 0.5 + math.log(f2 / f1) / 2 - t * t * f2 / (2 * (f1 + f2)) + log_potential(t) - holding_back(theta, t)

    inside = minimize_scalar(lambda t: -at(t), bounds=(2, 2 + theta), method="bounded", options={"xatol": 1e-7})
    return max(at(2), -inside.fun)


def trivialisation(p, delta):
    start = gradient_flow(p, delta)
    return brentq(lambda s: complexity(s, p, delta), start, 2 * start, xtol=1e-9)


def langevin(p, delta):
    """Marginal states of overlap q = 1 - 1/s with themselves, at the spike's edge; the one of the largest s."""
    shifted = np.poly1d([1, -1])
    polynomial = np.polysub(delta * np.poly1d([1, 0]) ** (p - 1), (p - 1) * shifted ** (p - 3))
    real = [root.real for root in np.roots(polynomial) if abs(root.imag) < 1e-7 and root.real > 1]
    return max(real) if real else None


def rate(m, s, p, delta):
    """Slope of the free entropy."""
    return (slope(m, s, p, delta) - m / (1 - m)) / 2


GRID = np.concatenate([np.geomspace(1e-6, 1e-3, 200, endpoint=False), np.linspace(1e-3, 1 - 1e-7, 20000)])


def maxima(s, p, delta):
    signs = rate(GRID, s, p, delta) > 0
    found = [] if signs[0] else [0.0]
    for k in np.flatnonzero(signs[:-1] & ~signs[1:]):
        found.append(brentq(rate, GRID[k], GRID[k + 1], args=(s, p, delta), xtol=1e-15))
    return found


def jump(p, delta):
    """Spinodal and threshold: where a second maximum appears, and where it is as high as the first."""
    ratios = np.linspace(0.001, 2, 4000)
    counts = [len(maxima(s, p, delta)) for s in ratios]
    both = [s for s, count in zip(ratios, counts) if count == 2]
    if not both or both[0] == ratios[0]:
        return None, None
    low, high = both[0] - (ratios[1] - ratios[0]), both[0]
    while high - low > 1e-9:
        middle = (low + high) / 2
        low, high = (low, middle) if len(maxima(middle, p, delta)) == 2 else (middle, high)

    def lead(s):
        first, second = maxima(s, p, delta)
        return quad(rate, first, second, args=(s, p, delta), epsabs=1e-14, epsrel=1e-12)[0]

    return high, brentq(lead, high, both[-1], xtol=1e-11)


def lines(p, delta):
    spinodal, threshold = jump(p, delta)
    return {
        "p": p,
        "deltap": delta,
        "mlAmp": ml_amp(p, delta),
        "gradientFlow": gradient_flow(p, delta),
        "trivialisation": trivialisation(p, delta),
        "langevin": langevin(p, delta),
        "spinodal": spinodal,
        "informationTheoretic": threshold,
    }


if __name__ == "__main__":
    points = [(3, delta) for delta in (0.1, 0.3, 0.5, 0.6, 0.8, 1.5, 4, 10)]
    points += [(4, delta) for delta in (0.1, 0.16, 0.2, 0.27, 0.4, 0.5, 1, 2, 10)]
    print(json.dumps([lines(*point) for point in points], indent=2))
