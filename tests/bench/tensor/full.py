"""Peer of the tensor: all N x N x N elements in float32 and products of BLAS. full.py gradient|contract FILE"""

import sys

import numpy as np

from peer import read_arrays, serve


def full(N, c):
    """T [N, N, N] of the coefficients c_ijk = T_ijk x (distinct permutations of ijk), i >= j >= k, row by row."""
    T = np.empty((N, N, N), np.float32)
    for i in range(N):
        n = i + 1
        mine, c = np.split(c, [n * (n + 1) // 2])
        slab = np.zeros((n, n))
        slab[np.tril_indices(n)] = mine
        slab += np.tril(slab, -1).T
        permutations = np.full((n, n), 6)
        permutations[i, :] = permutations[:, i] = permutations[range(n), range(n)] = 3
        permutations[i, i] = 1
        T[i, :n, :n] = T[:n, i, :n] = T[:n, :n, i] = slab / permutations
    return T


def gradient(T, x):
    N = len(x)
    return (T.reshape(N * N, N) @ x).reshape(N, N) @ x


def contract(T, M):
    return T.reshape(len(T), -1) @ M.ravel()


if __name__ == "__main__":
    x, M, c = read_arrays(sys.argv[2])
    N = len(x)
    T = full(N, c)
    x = x.astype(np.float32)
    M = M.reshape(N, N).astype(np.float32)
    work = (lambda: contract(T, M)) if sys.argv[1] == "contract" else (lambda: gradient(T, x))
    serve(work, work)
