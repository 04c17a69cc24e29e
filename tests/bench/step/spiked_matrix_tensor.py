"""AMP for the spiked matrix-tensor model, its state evolution and gradient flow in NumPy: state in float64, noise in
float32, equations in the kernels' headers. spiked_matrix_tensor.py amp|evolution|flow CHECKED FILE"""

import sys

import numpy as np

from peer import read_arrays, serve
from tensor.full import full, gradient


class Model:
    def __init__(self, params, start, star, tensor, matrix, e1, e2, *_):
        self.N = len(star)
        self.delta2, self.delta3, *self.params = params
        self.axes = np.stack([e1, e2])
        self.start, self.star = start, star
        self.T = full(self.N, tensor)
        self.W2 = matrix.reshape(self.N, self.N).astype(np.float32)

    def f_prime(self, q):
        return q / self.delta2 + q * q / self.delta3


    def noise(self, x):
        """The forces of the matrix and of the tensor at x."""
        single = x.astype(np.float32)
        square = 2 / np.sqrt(2 * self.N * self.delta2) * (self.W2 @ single)
        return square, 3 / (self.N * np.sqrt(3 * self.delta3)) * gradient(self.T, single).astype(float)


class Amp(Model):
    def restart(self):
        self.xhat, self.xprev, self.sigma, self.t = self.start, np.zeros(self.N), 0, 0
        self.measure()

    def measure(self):
        self.overlap = self.xhat @ self.star / self.N
        self.change = np.linalg.norm(self.xhat - self.xprev) / np.sqrt(self.N)

    def call(self):
        square, cube = self.noise(self.xhat)
        B = cube + square
        B += self.f_prime(self.overlap) * self.star
        B -= self.sigma * (1 / self.delta2 + 2 * (self.xhat @ self.xprev) / (self.N * self.delta3)) * self.xprev
        self.sigma = 2 / (1 + np.sqrt(1 + 4 * (B @ B) / self.N))
        self.xprev, self.xhat = self.xhat, self.sigma * B
        self.t += 1
        self.measure()

    def result(self):
        return [self.t, self.overlap, self.xhat @ self.xhat / self.N, self.change, *self.xhat]


class GradientFlow(Model):
    def restart(self):
        self.x, self.t = self.start, 0
        self.measure()

    def pull(self):
        force = self.cube + self.square + self.f_prime(self.overlap) * self.star
        self.mu = force @ self.x / self.N
        self.force = force - self.mu * self.x

    def measure(self):
        self.square, self.cube = self.noise(self.x)
        m = self.overlap = self.x @ self.star / self.N
        signal = m**2 / (2 * self.delta2) + m**3 / (3 * self.delta3)
        self.energy = -(self.x @ self.square / 2 + self.x @ self.cube / 3) / self.N - signal
        self.pull()
        self.norm = np.sqrt(self.force @ self.force / self.N)
        shadow = self.axes @ self.x
        self.position = [*(np.sqrt(1 - m * m) / np.linalg.norm(shadow) * shadow), m]

    def call(self):
        self.pull()
        self.x = self.x + self.params[0] * self.force
        self.x *= np.sqrt(self.N / (self.x @ self.x))
        self.t += self.params[0]
        self.measure()

    def result(self):
        return [self.t, self.overlap, self.energy, self.mu, self.norm, *self.x, *self.position]


class StateEvolution(Model):
    grid = np.arange(129) / 128

    def restart(self):
        self.m, self.t = self.start[0], 0
        self.measure()

    def next(self, m):
        a = self.f_prime(m)
        return a / (1 + a)

    def measure(self):
        f = self.m**2 / (2 * self.delta2) + self.m**3 / (3 * self.delta3)
        self.free_energy = 0.5 * (np.log(1 - self.m) + self.m + f)
        self.map = self.next(self.grid)

    def call(self):
        self.m = self.next(self.m)
        self.t += 1
        self.measure()

    def result(self):
        return [self.t, self.m, self.free_energy, *self.map]


algorithm = {"amp": Amp, "evolution": StateEvolution, "flow": GradientFlow}[sys.argv[1]](*read_arrays(sys.argv[3]))
serve(algorithm.call, algorithm.result, algorithm.restart, int(sys.argv[2]))
