"""Projected descent of the spherical p-spin model, p = 3, in NumPy: state in float64, tensor in float32.
p_spin.py descent CHECKED FILE"""

import sys

import numpy as np

from peer import read_arrays, serve
from tensor.full import full, gradient


class Descent:
    def __init__(self, params, start, _, tensor, *unused):
        self.N, self.dt, self.start = len(start), params[1], start
        self.T = full(self.N, tensor)

    def restart(self):
        self.x, self.t = self.start, 0
        self.look()

    def look(self):
        force = 3 / (self.N * np.sqrt(2)) * gradient(self.T, self.x.astype(np.float32))
        along = force @ self.x / self.N
        self.energy = -along / 3
        self.force = force - along * self.x

    def call(self):
        x = self.x + self.dt * self.force
        self.x = x * np.sqrt(self.N / (x @ x))
        self.t += self.dt
        self.look()

    def result(self):
        return [self.t, self.energy, *self.x]


descent = Descent(*read_arrays(sys.argv[3]))
serve(descent.call, descent.result, descent.restart, int(sys.argv[2]))
