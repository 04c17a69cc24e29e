"""Numbers of the Hessian of phase retrieval at a random start, written beside this file as reference.json.

The equations are those of the resolvent g(z) of H_N = (1/N) sum T x x^T, as in Bonnaire, Biroli, Cammarota
(arXiv:2403.02418), with T = (3 yhat^2 - y)/(a + y) and yhat, sqrt(y) independent normal numbers:

    z(g) = 1/g + alpha E[T/(1 - gT)];   left edge: z'(g) = 0 with -1 < g < 0, or g = -1 where z' < 0 all the way
    outlier: z(g) = zeta(g),  zeta(g) = alpha E[yT/(1 - gT)];   squared overlap = z'/(z' - zeta')
    transition: the alpha at which the outlier is at the edge

The averages are two-dimensional quadratures in polar coordinates of (sqrt y, yhat) and the derivatives are complex
steps; nothing is simplified. Eigenvalues are divided by alpha at the end. `density` solves z(g) = lambda + i0 by
Newton's method at shrinking imaginary parts. `matrices` are spectra of sampled matrices by LAPACK.
"""

import json
from pathlib import Path

import numpy as np
from numpy.polynomial.legendre import leggauss
from scipy.integrate import quad
from scipy.optimize import brentq

# v = r^2/2 is exponential: v = e^u, u from -46 (1e-20) to 3.9 (e^-49), by panels of Gauss-Legendre; the angle is periodic
x, weight = leggauss(24)
panels = np.linspace(-46, 3.9, 61)
u = np.concatenate([(lo + hi) / 2 + (hi - lo) / 2 * x for lo, hi in zip(panels[:-1], panels[1:])])
wu = np.concatenate([(hi - lo) / 2 * weight for lo, hi in zip(panels[:-1], panels[1:])])
v = np.exp(u)
wv = wu * v * np.exp(-v)
angles = (np.arange(200) + 0.5) / 200 * np.pi / 2
y = 2 * v[:, None] * np.cos(angles) ** 2
hat = 2 * v[:, None] * np.sin(angles) ** 2
weights = wv[:, None] / 200


class Law:
    def __init__(self, a, alpha=1.0):
        self.T = (3 * hat - y) / (a + y)
        self.alpha = alpha

    def z(self, g):
        return 1 / g + self.alpha * np.sum(weights * self.T / (1 - g * self.T))

    def zeta(self, g):
        return self.alpha * np.sum(weights * y * self.T / (1 - g * self.T))


def slope(f, g, h=1e-30):
    return f(g + 1j * h).imag / h


def edge(law):
    z = lambda g: slope(law.z, g)
    return brentq(z, -1 + 1e-12, -1e-4, xtol=1e-15) if z(-1 + 1e-12) > 0 else -1 + 1e-12


def describe(a, alpha):
    law = Law(a, alpha)
    end = edge(law)
    lower = law.z(end)
    gap = lambda g: law.z(g) - law.zeta(g)
    found = dict(a=a, alpha=alpha, edge=lower / alpha, outlier=None, overlap=None)
    if gap(end) > 0:
        g = brentq(gap, end, -1e-5, xtol=1e-16)
        found["outlier"] = law.z(g) / alpha
        found["overlap"] = slope(law.z, g) / (slope(law.z, g) - slope(law.zeta, g))
    return found


def transition(a):
    def gap(alpha):
        law = Law(a, alpha)
        g = edge(law)
        return law.z(g) - law.zeta(g)

    return brentq(gap, 1, 12, xtol=1e-13)


def density(a, alpha, lam):
    """By Newton's method at lam + i eta, eta from large to zero."""
    law = Law(a, alpha)
    z = alpha * lam
    g = 1 / (z + 1000j)
    for eta in [*np.geomspace(1000, 1e-3, 25), 0]:
        for _ in range(50):
            q = 1 - g * law.T
            step = (law.z(g) - z - 1j * eta) / (-1 / g**2 + alpha * np.sum(weights * (law.T / q) ** 2))
            g -= step
            if abs(step) < 1e-13 * abs(g):
                break
    return -alpha * g.imag / np.pi


def node(a, alpha, k):
    """The k-th of the kernel's nodes of the density."""
    lower = describe(a, alpha)["edge"]
    return lower + (moments(a)["mean"] - lower) / 4 * (k / (257 - k)) ** 2


def moments(a):
    """Mean and variance of T by one-dimensional quadrature: E[yhat^2] = 1, E[yhat^4] = 3."""
    normal = lambda s: 2 * np.exp(-s * s / 2) / np.sqrt(2 * np.pi)
    options = dict(epsabs=0, epsrel=1e-13, limit=400)
    one = quad(lambda s: normal(s) * (3 - s * s) / (a + s * s), 0, 40, points=[0.1, 1, 10], **options)[0]
    two = quad(lambda s: normal(s) * (27 - 6 * s * s + s**4) / (a + s * s) ** 2, 0, 40, points=[0.1, 1, 10], **options)[0]
    return dict(a=a, mean=one, square=two)


def matrix(rng, N, a, alpha):
    """Lowest eigenvalue on the tangent space, and its squared overlap."""
    M = round(alpha * N)
    star, w = (z * np.sqrt(N) / np.linalg.norm(z) for z in rng.standard_normal((2, N)))
    X = rng.standard_normal((M, N))
    ys, hats = (X @ star) ** 2 / N, (X @ w) ** 2 / N
    T = (3 * hats - ys) / (a + ys)
    basis = np.linalg.qr(np.column_stack([w, rng.standard_normal((N, N - 1))]))[0][:, 1:]
    XT = X @ basis
    values, vectors = np.linalg.eigh((XT * T[:, None]).T @ XT / M)
    across = basis.T @ star
    return values[0], (vectors[:, 0] @ across) ** 2 / (across @ across)


def matrices(a, alpha, N, count):
    rng = np.random.default_rng([N, int(100 * alpha), int(1000 * a)])
    found = np.array([matrix(rng, N, a, alpha) for _ in range(count)])
    mean, error = found.mean(0), found.std(0, ddof=1) / np.sqrt(count)
    return dict(a=a, alpha=alpha, N=N, count=count, lowest=mean[0], lowestError=error[0], overlap=mean[1], overlapError=error[1])


if __name__ == "__main__":
    grid = [(0.01, 1), (0.01, 3), (0.01, 4), (0.1, 1.5), (0.1, 2.5), (0.1, 4), (0.1, 12), (1, 1), (1, 2), (1, 8), (2, 1.5), (2, 2), (10, 5), (10, 12)]
    bulk = [(0.1, 4, [20, 100, 180]), (1, 1.2, [60, 110, 160]), (2, 1.2, [60, 150])]
    result = dict(
        transitions=[dict(a=a, alpha=transition(a)) for a in (0.01, 0.1, 0.7, 1, 1.5, 4)],
        jump=describe(4, transition(4) + 1e-6),
        points=[describe(a, alpha) for a, alpha in grid],
        densities=[dict(a=a, alpha=alpha, points=[[k, density(a, alpha, node(a, alpha, k))] for k in nodes]) for a, alpha, nodes in bulk],
        moments=[moments(a) for a in (0.01, 0.1, 1, 10)],
        matrices=[matrices(a, alpha, N, count) for a, alpha in [(1, 2), (0.1, 4), (0.01, 8)] for N, count in [(300, 64), (600, 32)]],
    )
    Path(__file__).with_suffix(".json").write_text(json.dumps(result, indent=2) + "\n")
