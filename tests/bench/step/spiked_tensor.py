"""Gradient flow and averaged descent of the spiked tensor in NumPy: state in float64, tensor in float32, equations in the
kernels' headers. spiked_tensor.py flow|averaged CHECKED FILE"""

import sys

import numpy as np

from peer import read_arrays, serve
from tensor.full import contract, full, gradient


def on_globe(m, a, b):
    """[points, 3] of overlaps m and shadows (a, b)."""
    radius = np.sqrt((1 - m * m) / (a * a + b * b))
    return np.stack([radius * a, radius * b, m], axis=-1)


class Point:
    """A point on the sphere, with what is measured there."""

    def __init__(self, params, start, star, tensor, _, e1, e2, directions):
        self.N = len(star)
        self.r, self.params = params[0], params[1:]
        self.start, self.star = start, star
        self.T = full(self.N, tensor)
        self.axes = np.stack([star / self.N, e1, e2])
        self.factor = 3 / (self.N * np.sqrt(2))
        self.u = directions.reshape(-1, self.N)

    def measure_point(self):
        self.own = self.factor * gradient(self.T, self.x.astype(np.float32))
        self.overlap = self.x @ self.star / self.N
        self.energy = -(self.x @ self.own) / (3 * self.N) - self.r * self.overlap**3 / 3

    def move(self, step):
        self.x = self.x + step * self.force
        self.x *= np.sqrt(self.N / (self.x @ self.x))


class GradientFlow(Point):
    def restart(self):
        self.x, self.t = self.start, 0
        self.measure()

    def pull(self):
        force = self.own + self.r * self.overlap**2 * self.star
        self.force = force - (force @ self.x) / self.N * self.x

    def measure(self):
        self.measure_point()
        self.pull()
        self.norm = np.sqrt(self.force @ self.force / self.N)
        self.positions = on_globe(*(self.axes @ self.x))

    def call(self):
        self.pull()
        self.move(self.params[0])
        self.t += self.params[0]
        self.measure()

    def result(self):
        return [self.t, self.overlap, self.energy, self.norm, *self.x, *self.positions]


class AveragedDescent(Point):
    def __init__(self, *arrays):
        super().__init__(*arrays)
        self.mean = self.u.mean(axis=0)
        U = (self.u.T @ self.u / len(self.u)).astype(np.float32)
        self.trace = self.factor * contract(self.T, U)
        self.shadows = self.u @ self.axes.T
        self.square_of_signal = np.mean(self.shadows[:, 0] ** 2)

    def restart(self):
        self.x, self.t, self.averaging, self.travelled = self.start, 0, True, 0
        self.measure()

    def combine(self):
        s = self.params[1] if self.averaging else 0
        self.force = (1 - s) * self.own + np.sqrt(s * (1 - s)) * self.cross + s * self.trace
        return s

    def pull(self):
        s = self.combine()
        product = self.overlap * (self.mean @ self.star) / self.N
        square = (1 - s) * self.overlap**2 + 2 * np.sqrt(s * (1 - s)) * product + s * self.square_of_signal
        self.force += self.r * square * self.star

    def has_settled(self):
        total = self.force @ self.force
        return total - (self.force @ self.x) ** 2 / self.N < 0.02**2 * total or self.travelled >= 50

    def measure(self):
        self.measure_point()
        if self.averaging:
            M = np.outer(self.x, self.mean)
            self.cross = self.factor * contract(self.T, (M + M.T).astype(np.float32))
        s = self.combine()
        self.noise = np.sqrt(self.force @ self.force / (1.5 * self.N + 3))
        own = self.axes @ self.x
        points = np.concatenate([own[None], np.sqrt(1 - s) * own + np.sqrt(s) * self.shadows])
        self.positions = on_globe(*points.T)

    def call(self):
        self.pull()
        if self.averaging and self.has_settled():
            self.averaging = False
            self.pull()
        if self.averaging:
            self.travelled += self.params[0]
        self.move(self.params[0] * np.sqrt(self.N) / np.linalg.norm(self.force))
        self.t += 1
        self.measure()

    def result(self):
        phase = 0 if self.averaging else 1
        return [self.t, self.overlap, self.energy, self.noise, phase, *self.x, *self.positions.ravel()]


algorithm = {"flow": GradientFlow, "averaged": AveragedDescent}[sys.argv[1]](*read_arrays(sys.argv[3]))
serve(algorithm.call, algorithm.result, algorithm.restart, int(sys.argv[2]))
