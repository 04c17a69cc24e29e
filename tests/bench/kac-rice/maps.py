"""The annealed and the quenched complexity of minima of the spiked tensor of order 3, on a grid, in NumPy: equations in the
headers of kac-rice.ts and replicated-kac-rice.ts, their polynomials written out. maps.py annealed|both FILE"""

import sys

import numpy as np

from peer import read_arrays, serve

SIGMA = np.sqrt(3)


class Maps:
    def __init__(self, both, strengths, overlaps, energies):
        self.both = both
        self.strengths = strengths
        self.m = overlaps[:, None]
        self.E = energies[None, :]

    def restart(self):
        self.turn = 0

    def call(self):
        m, E = self.m, self.E
        r = self.strengths[self.turn % len(self.strengths)]
        self.turn += 1
        rho = r * m * m
        t = -3 * E / SIGMA
        z = (t + np.sqrt(t * t - 4)) / 2
        potential = t * t / 4 - 0.5 - t / 4 * np.sqrt(t * t - 4) + np.log(z)
        theta = 2 * r * m * (1 - m * m) / SIGMA
        u = np.where((theta > 1) & (theta > z), theta / z - 1, 0.0)
        cost = (z * u) ** 2 / 4 - (u - np.log1p(u)) / 2
        column = 0.5 + np.log(2 * (1 - m * m)) / 2 - rho * rho * (1 - m * m) / 3
        total = column - (3 * E + m * rho) ** 2 / 9 + potential
        self.annealed = total - cost
        if self.both:
            self.quenched = self.typical(m, E, rho, potential, total) - cost

    def typical(self, m, E, rho, potential, bound):
        """Newton's method for all points at once, until none moves."""
        m, rho, lam = (np.broadcast_to(x, bound.shape).ravel() for x in (m, rho, 3 * E))
        b, c = -2 * m * rho * lam, -lam * lam
        n0, n1, n2 = 3 * (m * rho) ** 2 + 1.5 * (b + c), 4.5 * (b + c), -4.5 * c
        q, value = m * m, np.full(m.shape, np.nan)
        left = np.arange(m.size)
        change = np.ones(m.shape)
        for k in range(65):
            s, D, D1, phi, w = 1 - q, 6.75 * (1 + q * (4 + q)), 13.5 * (2 + q), 1.5 * (1 + q), 1 / (1 + q)
            v = (n0 + q * (n1 + q * n2)) / D
            v1 = (n1 + 2 * q * n2 - v * D1) / D
            v2 = (2 * n2 - 2 * v1 * D1 - v * 13.5) / D
            u = (1.5 * q * q + rho * rho) / phi
            u1 = (3 * q - 1.5 * u) / phi
            R = q - m * m - u + v
            h = R + s * (1 - u1 + v1 - s * w)
            slope = s * (v2 - (3 - 3 * u1) / phi + 2 * w + s * w * w)
            exists = slope > 0
            if k == 0:
                exists &= h <= 1e-13
            done = exists & (np.abs(change) < 1e-9)
            value[left[done]] = (0.5 + np.log(3 / phi) / 2 + R / (2 * s))[done]
            change = -h / np.where(exists, slope, 1)
            q = q + change
            on = exists & ~done & (q < 1)
            if not on.any():
                break
            left, q, change, m, rho, n0, n1, n2 = (x[on] for x in (left, q, change, m, rho, n0, n1, n2))
        value = value.reshape(bound.shape) + potential
        return np.where(value <= bound + 1e-13, value, np.nan)

    def result(self):
        maps = [self.annealed, np.nan_to_num(self.quenched)] if self.both else [self.annealed]
        return np.concatenate([values.ravel() for values in maps])


maps = Maps(sys.argv[1] == "both", *read_arrays(sys.argv[2]))
serve(maps.call, maps.result, maps.restart)
