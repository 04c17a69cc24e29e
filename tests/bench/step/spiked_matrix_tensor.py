"""AMP for the spiked matrix-tensor model and its state evolution in NumPy: state in float64, noise in float32, equations
in the kernels' headers. spiked_matrix_tensor.py amp|evolution CHECKED FILE"""

import sys

import numpy as np

from peer import read_arrays, serve
from tensor.full import full, gradient


class Model:
    def __init__(self, params, start, star, tensor, matrix, *_):
        self.N = len(star)
        self.delta2, self.delta3 = params
        self.start, self.star = start, star
        self.T = full(self.N, tensor)
        self.W2 = matrix.reshape(self.N, self.N).astype(np.float32)

    def f_prime(self, q):
        return q / self.delta2 + q * q / self.delta3


class Amp(Model):
    def restart(self):
        self.xhat, self.xprev, self.sigma, self.t = self.start, np.zeros(self.N), 0, 0
        self.measure()

    def measure(self):
        self.overlap = self.xhat @ self.star / self.N
        self.change = np.linalg.norm(self.xhat - self.xprev) / np.sqrt(self.N)

    def call(self):
        x = self.xhat.astype(np.float32)
        B = 3 / (self.N * np.sqrt(3 * self.delta3)) * gradient(self.T, x).astype(float)
        B += 2 / np.sqrt(2 * self.N * self.delta2) * (self.W2 @ x)
        B += self.f_prime(self.overlap) * self.star
        B -= self.sigma * (1 / self.delta2 + 2 * (self.xhat @ self.xprev) / (self.N * self.delta3)) * self.xprev
        self.sigma = 2 / (1 + np.sqrt(1 + 4 * (B @ B) / self.N))
        self.xprev, self.xhat = self.xhat, self.sigma * B
        self.t += 1
        self.measure()

    def result(self):
        return [self.t, self.overlap, self.xhat @ self.xhat / self.N, self.change, *self.xhat]


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


algorithm = {"amp": Amp, "evolution": StateEvolution}[sys.argv[1]](*read_arrays(sys.argv[3]))
serve(algorithm.call, algorithm.result, algorithm.restart, int(sys.argv[2]))
