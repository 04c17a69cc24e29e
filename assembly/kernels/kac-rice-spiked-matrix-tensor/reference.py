"""Reference numbers of the complexity of the spiked matrix-tensor model, by other means than the kernel's.

Complexities: the Kac-Rice formula term by term (the sphere at fixed overlap, the density of a vanishing gradient and of the
radial force, the determinant), each as a logarithm over N; the logarithmic potential of the semicircle and the price of a
minimum by quadrature. The largest over the radial force by a numerical maximum, its zero by a root. Planted minimum:
maximum-likelihood state evolution, iterated, and the energy from the zero-temperature replica-symmetric formula. Energy
at a point: the mean of one Gaussian given another.

Run in this folder: python3 reference.py > reference.json && npx biome format --write reference.json
"""

import json

import numpy as np
from scipy.integrate import quad
from scipy.optimize import brentq, minimize_scalar


def potential(x):
    def integrand(a):
        return 2 / np.pi * np.cos(a) ** 2 * np.log(abs(2 * np.sin(a) - x))

    inside = [np.arcsin(x / 2)] if abs(x) < 2 else None
    return quad(integrand, -np.pi / 2, np.pi / 2, points=inside, limit=500, epsabs=1e-13, epsrel=1e-13)[0]


def price(theta, t):
    edge = theta + 1 / theta if theta > 1 else 2.0
    if t >= edge:
        return 0.0
    force = lambda y: (theta - (y + np.sqrt(y * y - 4)) / 2) / 2
    return quad(force, t, edge, epsabs=1e-13)[0]


class Model:
    def __init__(self, p, delta2, deltap):
        self.p, self.delta2, self.deltap = p, delta2, deltap
        self.gradient = self.slope(1)
        self.radial = self.slope(1) + self.curvature(1)
        self.sigma = np.sqrt(self.curvature(1))

    def covariance(self, q):
        return q * q / (2 * self.delta2) + q**self.p / (self.p * self.deltap)

    def slope(self, q):
        return q / self.delta2 + q ** (self.p - 1) / self.deltap

    def curvature(self, q):
        return 1 / self.delta2 + (self.p - 1) * q ** (self.p - 2) / self.deltap

    def total(self, m, mu):
        sphere = (1 + np.log(2 * np.pi) + np.log(1 - m * m)) / 2
        pull = self.slope(m) ** 2 * (1 - m * m)
        gradient = -np.log(2 * np.pi * self.gradient) / 2 - pull / (2 * self.gradient)
        radial = -((mu - m * self.slope(m)) ** 2) / (2 * self.radial)
        determinant = np.log(self.sigma) + potential(mu / self.sigma)
        return sphere + gradient + radial + determinant

    def minima(self, m, mu):
        theta = self.curvature(m) * (1 - m * m) / self.sigma
        return self.total(m, mu) - price(theta, mu / self.sigma)

    def most(self, m):
        """The largest complexity of minima over the radial force."""
        low = 2 * self.sigma
        best = minimize_scalar(lambda mu: -self.minima(m, mu), bounds=(low, 6 * low), method="bounded", options={"xatol": 1e-10})
        return max(-best.fun, self.minima(m, low))

    def planted(self):
        m = 1.0
        for _ in range(200_000):
            after = self.slope(m) / np.sqrt(self.gradient + self.slope(m) ** 2)
            if abs(after - m) < 1e-16:
                break
            m = after
        if m < 1e-3:
            return None
        chi = np.sqrt((1 - m * m) / self.gradient)
        # x = (field)/(mu - f''(1) chi), a field of mean f'(m) along the signal and variance f'(1), on the sphere
        mu = self.slope(m) / m + self.curvature(1) * chi
        return {"overlap": m, "force": mu, "energy": -self.covariance(m) - chi * self.gradient}

    def energy(self, m, mu):
        """<H/N> given mu: Cov(H/N, -x.grad H/N) = -f'(1)/N, Var(x.grad H/N) = (f'(1) + f''(1))/N."""
        return -self.gradient / self.radial * (mu - m * self.slope(m)) - self.covariance(m)


def point(p, delta2, deltap, m, t):
    model = Model(p, delta2, deltap)
    mu = t * model.sigma
    names = {"p": p, "delta2": delta2, "deltap": deltap, "overlap": m, "force": mu}
    values = {"total": model.total(m, mu), "minima": model.minima(m, mu) if t >= 2 else None, "energy": model.energy(m, mu)}
    return names | values


def trivial(p, deltap):
    """1/Delta_2 above which there is no minimum at m = 0, and the largest complexity over all other overlaps there."""
    line = brentq(lambda x: Model(p, 1 / x, deltap).most(0.0), 1.01, 10, xtol=1e-12)
    elsewhere = max(Model(p, 1 / line, deltap).most(m) for m in np.linspace(0.02, 0.98, 49))
    return {"p": p, "deltap": deltap, "inverseDelta2": line, "elsewhere": elsewhere}


if __name__ == "__main__":
    noises = [(3, 0.3, 1.0), (3, 0.5, 1.0), (3, 0.2, 1.0), (3, 1 / 3, 4.0), (3, 2 / 3, 4.0), (4, 2 / 3, 4.0), (4, 0.3, 1.0)]
    noises += [(3, 2.0, 0.3), (3, 3.0, 2.0)]
    places = [(0.0, 2.1), (0.2, 2.05), (0.5, 2.3), (0.8, 2.01), (0.9, 1.2), (0.3, 0.0)]
    lines = [(p, deltap) for p in (3, 4) for deltap in (0.5, 1.0, 4.0, 10.0)]
    reference = {
        "points": [point(*noise, *place) for noise in noises[:2] + noises[5:6] for place in places],
        "planted": [{"p": p, "delta2": a, "deltap": b, "minimum": Model(p, a, b).planted()} for p, a, b in noises],
        "equators": [{"p": p, "delta2": a, "deltap": b, "most": Model(p, a, b).most(0.0)} for p, a, b in noises],
        "lines": [trivial(*line) for line in lines],
    }
    print(json.dumps(reference, indent=2))
