"""Reference numbers of the Hopfield model's replica theory, by other means than the kernel's.

Saddle points are roots of all their equations at once, found from damped iteration in the ordered state; spinodals are roots
of those and of J v = 0 for the Jacobian J by complex steps; averages over spins and pre-activations are sums over a grid. The
storage line is also given with the overlap t of the state with the pre-activation left out, as in the published line.

Run in this folder: python3 reference.py > reference.json && npx biome format --write reference.json   (a few minutes)
"""

import json

import numpy as np
from scipy.optimize import brentq, root
from scipy.special import erf

K1 = 2 / np.pi
KS = 1 - K1
NODES, WEIGHTS = np.polynomial.legendre.leggauss(200)
V = 5 * (NODES + 1)  # |v| up to 10
WV = 10 * WEIGHTS * np.exp(-V * V / 2) / np.sqrt(2 * np.pi)
NORMAL = np.linspace(-9, 9, 4001)
WN = (NORMAL[1] - NORMAL[0]) * np.exp(-NORMAL * NORMAL / 2) / np.sqrt(2 * np.pi)


def pattern(u, alpha, alpha_d, with_t=True):
    """What the equations make of m, t, dq, qhat, dp, p of a stored pattern."""
    m, t, dq, qhat, dp, p = u
    rho = alpha / alpha_d
    d = 1 - K1 * dp - KS * dq
    dphat, phat = K1 / d, K1 * (K1 * p + KS) / d**2
    a = 1 - rho * dq * dphat
    width = np.sqrt(2 * alpha * qhat)
    field = (m + with_t * rho * dphat * t * V) / width
    return np.array(
        [
            np.sum(WV * erf(field)),
            np.sum(WV * V * erf(field)),
            np.sum(WV * 2 / np.sqrt(np.pi) * np.exp(-field * field)) / width,
            KS * (K1 * p + KS) / d**2 + (phat + rho * dphat**2) / a**2,
            dq / a,
            (1 + rho * dq**2 * phat) / a**2 + with_t * t * t / alpha_d,
        ]
    )


def feature(u, alpha, alpha_d):
    """What the equations make of m, dq, qhat, dp, p of a learned feature."""
    m, dq, qhat, dp, p = u
    rho = alpha / alpha_d
    d = 1 - K1 * dp - KS * dq
    dphat, phat = K1 / d, K1 * (K1 * p + KS) / d**2
    a = 1 - rho * dq * dphat
    width = np.sqrt(2 * alpha * qhat)
    field = rho * dphat * m / width
    return np.array(
        [
            erf(field),
            2 / np.sqrt(np.pi) * np.exp(-field * field) / width,
            KS * (K1 * p + KS) / d**2 + (phat + rho * dphat**2) / a**2,
            dq / a,
            (1 + rho * dq**2 * phat) / a**2 + m * m / alpha_d,
        ]
    )


def classic(u, alpha, temperature):
    """What the equations make of m, q, r of an independent pattern."""
    m, q, r = u
    t = np.tanh((m + np.sqrt(alpha * r) * NORMAL) / temperature)
    return np.array([np.sum(WN * t), np.sum(WN * t * t), q / (1 - (1 - q) / temperature) ** 2])


START = {pattern: [1, np.sqrt(K1), 0, 1, 0, 1], feature: [1, 0, 1, 0, 1], classic: [1, 0.99, 1]}


def iterate(equations, alpha, other, rounds=4000, **how):
    """The state that damped iteration reaches from the ordered one; None if it leaves it."""
    u = np.array(START[equations], dtype=float)
    with np.errstate(all="ignore"):
        for _ in range(rounds):
            new = equations(u, alpha, other, **how)
            if not np.all(np.isfinite(new)) or new[0] < 1e-3:
                return None
            u = 0.5 * u + 0.5 * new
    return u


def state(equations, alpha, other):
    u = iterate(equations, alpha, other, 400)
    found = root(lambda u: equations(u, alpha, other) - u, u, tol=1e-15)
    assert np.max(np.abs(found.fun)) < 1e-11, found
    return float(found.x[0])


def jacobian(equations, u, alpha, other, how):
    columns = []
    for k in range(len(u)):
        shifted = u.astype(complex)
        shifted[k] += 1e-30j
        columns.append(equations(shifted, alpha, other, **how).imag / 1e-30)
    return np.array(columns).T - np.eye(len(u))


def spinodal(equations, other, inside, outside, ordered, **how):
    """alpha and the overlap where the branch ends, between alphas with and without a state above `ordered`."""
    last = None
    for _ in range(15):
        middle = np.sqrt(inside * outside)
        u = iterate(equations, middle, other, 2500, **how)
        if u is not None and u[0] > ordered:
            inside, last = middle, u
        else:
            outside = middle
    n = len(last)
    null = np.linalg.svd(jacobian(equations, last, inside, other, how))[2][-1]

    def both(z):
        u, v, alpha = z[:n] * last, z[n : 2 * n], z[-1] * inside
        return np.concatenate([(equations(u, alpha, other, **how) - u) / last, jacobian(equations, u, alpha, other, how) @ v, [v @ null - 1]])

    found = root(both, np.concatenate([np.ones(n), null, [1]]), tol=1e-14)
    assert np.max(np.abs(found.fun)) < 1e-9, found
    return {"alpha": float(found.x[-1] * inside), "overlap": float(found.x[0] * last[0])}


def cold_energy(alpha):
    """Of a stored independent pattern at T = 0: C, r and m from y, the larger root."""
    c = lambda y: 2 / np.sqrt(np.pi) * np.exp(-y * y)
    y = brentq(lambda y: y * (np.sqrt(2 * alpha) + c(y)) - erf(y), 1.511219, 60, xtol=1e-15)
    m = erf(y)
    # the free energy at T -> 0 with (1 - q)/T = C, less the self-interaction -1/2 alpha of each spin
    width = m / y
    C = c(y) / width
    r = 1 / (1 - C) ** 2
    mean_field = m * erf(m / width) + width / np.sqrt(np.pi) * np.exp(-((m / width) ** 2))
    return float(m * m / 2 + alpha / 2 * (r * C - 1 / (1 - C)) - mean_field + alpha / 2)


def glass_energy(alpha):
    """The same with m = 0."""
    C = brentq(lambda C: C - np.sqrt(2 / (np.pi * alpha)) * (1 - C), 0, 1)
    r = 1 / (1 - C) ** 2
    return float(alpha / 2 * (r * C - 1 / (1 - C)) - np.sqrt(2 * alpha * r / np.pi) + alpha / 2)


if __name__ == "__main__":
    dimensions = [0.002, 0.01, 0.05, 0.2, 1, 5, 30]
    reference = {
        "storage": [{"alphaD": d, **spinodal(pattern, d, 1e-4, 0.2, 0.85)} for d in dimensions],
        "storageWithoutT": [{"alphaD": d, **spinodal(pattern, d, 1e-4, 0.2, 0.85, with_t=False)} for d in dimensions],
        "learning": [{"alphaD": d, **spinodal(feature, d, 60, 0.01, 0.85)} for d in [0.002, 0.01, 0.03, 0.05, 0.1, 0.125]],
        "capacity": [{"temperature": t, **spinodal(classic, t, 1e-5, 0.2, 0.02)} for t in [0.05, 0.2, 0.5, 0.8]],
        "patterns": [{"alpha": a, "alphaD": d, "overlap": state(pattern, a, d)} for a, d in [(0.015, 0.05), (0.02, 0.05), (0.05, 0.3), (0.12, 10), (0.001, 0.01)]],
        "features": [{"alpha": a, "alphaD": d, "overlap": state(feature, a, d)} for a, d in [(0.1, 0.01), (0.3, 0.01), (0.9, 0.05), (3, 0.05), (25, 0.1)]],
        "classic": [{"alpha": a, "temperature": t, "overlap": state(classic, a, t)} for a, t in [(0.05, 0.1), (0.1, 0.3), (0.02, 0.7), (0.001, 0.9)]],
        "energies": [{"alpha": a, "stored": cold_energy(a), "glass": glass_energy(a)} for a in [0.01, 0.05, 0.13]],
        "crossing": float(brentq(lambda a: cold_energy(a) - glass_energy(a), 0.01, 0.13, xtol=1e-14)),
    }
    print(json.dumps(reference, indent=2))
