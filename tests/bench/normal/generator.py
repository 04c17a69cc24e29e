"""Peer of the normal sampler: NumPy's own. generator.py COUNT CHECKED"""

import sys

import numpy as np

from peer import serve

count, checked = map(int, sys.argv[1:])
random = np.random.default_rng(1)
out = np.empty(count)
serve(lambda: random.standard_normal(out=out), lambda: out[:checked])
