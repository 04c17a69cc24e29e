"""Eigenvalues of dense symmetric matrices by LAPACK, in ascending order. The matrices are whole numbers over 101, so that
every language has the same bits.

Run in this folder: python3 symmetric_eigenvalues.py > symmetric_eigenvalues.json, then format the file with biome.
"""

import json

import numpy as np

SIZES = [1, 2, 3, 4, 5, 6, 7, 8, 9, 13, 40, 101]


def matrix(N):
    i, j = np.indices((N, N))
    s, p = i + j, i * j
    return ((17 * s**2 + 5 * p + 3 * p * s) % 101 - 50) / 101


print(json.dumps({N: np.linalg.eigvalsh(matrix(N)).tolist() for N in SIZES}))
