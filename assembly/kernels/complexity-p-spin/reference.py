"""Reference numbers of the spherical p-spin model in 30 digits, by other means than the kernel's.

Complexity: the closed form of Auffinger, Ben Arous and Cerny in their variables (noise of variance N), above the threshold
with the logarithmic potential of the semicircle by quadrature. Ground state: one step of replica symmetry breaking at
zero temperature. Dynamical transition: the highest temperature at which the mode-coupling equation for the plateau has a
root. Static transition: the replicated free energy has a second phase of breaking point one, by numerical derivatives.
Ageing: the breaking point at which a stationary overlap is marginal, and the energy by a derivative over the temperature.

Run in this folder: python3 reference.py > reference.json && npx biome format --write reference.json
"""

import json

from mpmath import asin, diff, findroot, log, mp, mpf, pi, quad, sin, cos, sqrt

mp.dps = 30


def cost(p, u):
    """I1(u) of an eigenvalue, for u below the threshold."""
    edge = 2 * sqrt(mpf(p - 1) / p)
    root = sqrt(max(u * u - edge * edge, 0))
    return -u / edge**2 * root - log(-u + root) + log(edge)


def complexity(p, energy, k):
    u = sqrt(mpf(2)) * energy
    return log(mpf(p - 1)) / 2 - mpf(p - 2) / (4 * (p - 1)) * u * u - (k + 1) * cost(p, u)


def total(p, energy):
    """Of all stationary points, at any energy."""
    x = -p * mpf(energy) / sqrt(mpf(p * (p - 1)) / 2)
    inside = [-pi / 2, asin(x / 2), pi / 2] if abs(x) < 2 else [-pi / 2, pi / 2]
    potential = quad(lambda a: 2 / pi * cos(a) ** 2 * log(abs(2 * sin(a) - x)), inside)
    return (1 + log(mpf(p - 1))) / 2 - mpf(energy) ** 2 + potential


def threshold(p):
    return -sqrt(2 * mpf(p - 1) / p)


def ground(p):
    """Stationary value of -(chi f'(1) + y f(1) + log(1 + y/chi)/y)/2 over chi and y."""
    energy = lambda chi, y: -(chi * p / 2 + y / 2 + log(1 + y / chi) / y) / 2
    by_chi = lambda chi, y: diff(energy, (chi, y), (1, 0))
    by_y = lambda chi, y: diff(energy, (chi, y), (0, 1))
    chi, y = findroot([by_chi, by_y], (0.84 / sqrt(mpf(p)), mpf(p) / 3.4), tol=1e-22)
    return energy(chi, y)


def free_entropy(p, beta, q, m):
    """Of one step of replica symmetry breaking, less a constant."""
    return beta**2 / 4 * (1 - (1 - m) * q**p) + ((m - 1) / m * log(1 - q) + log(1 - (1 - m) * q) / m) / 2


def dynamic(p):
    """T and q: the largest T with T^2 = f'(q) (1 - q)/q."""
    square = lambda q: mpf(p) / 2 * q ** (p - 2) * (1 - q)
    q = findroot(lambda q: diff(square, q), mpf(p - 2) / (p - 1) * 1.02)
    return {"T": float(sqrt(square(q))), "q": float(q)}


def static(p):
    by_m = lambda beta, q: diff(lambda m: free_entropy(p, beta, q, m), 1)
    both = lambda beta, q: diff(lambda q: by_m(beta, q), q)
    guess = {3: (1.706, 0.645), 4: (1.988, 0.8045), 5: (2.167, 0.87)}.get(p, (2.25 + 0.05 * (p - 5), 1 - 0.75 / p))
    beta, q = findroot([by_m, both], guess, tol=1e-22)
    return {"T": float(1 / beta), "q": float(q)}


def ageing(p, T):
    T = mpf(T)
    beta = 1 / T
    marginal = lambda q: mpf(p * (p - 1)) / 2 * q ** (p - 2) * (1 - q) ** 2 - T * T
    last = max(k for k in range(1, 2000) if marginal(mpf(k) / 2000) > 0)
    q = findroot(marginal, (mpf(last) / 2000, mpf(last + 1) / 2000), solver="anderson", tol=1e-26)
    slope = lambda m: diff(lambda q: free_entropy(p, beta, q, m), q) / (1 - m)
    x = findroot(slope, (mpf(10) ** -9, 1 - mpf(10) ** -9), solver="anderson", tol=1e-20)
    energy = -diff(lambda beta: free_entropy(p, beta, q, x), beta)
    return {"p": p, "T": float(T), "q": float(q), "x": float(x), "Teff": float(T / x), "E": float(energy)}


def landscape(p):
    lowest, top = ground(p), threshold(p)
    points = []
    for part in (mpf("0.1"), mpf("0.5"), mpf("0.9")):
        E = mpf(float(lowest + part * (top - lowest)))
        points.append({"E": float(E), "total": float(total(p, E)), "ladder": [float(complexity(p, E, k)) for k in (0, 1, 5)]})
    for E in (mpf(-1), mpf("-0.5"), mpf(0)):
        points.append({"E": float(E), "total": float(total(p, E)), "ladder": None})
    # E_k by regula falsi between the ground state and the threshold
    first = lambda k: findroot(lambda E: complexity(p, E, k), (lowest, top * (1 + mpf(10) ** -12)), solver="anderson", tol=1e-24)
    return {
        "p": p,
        "threshold": float(top),
        "thresholdComplexity": float(log(mpf(p - 1)) / 2 - mpf(p - 2) / p),
        "ground": float(lowest),
        "saddles": {k: float(first(k)) for k in (1, 5)},
        "dynamic": dynamic(p),
        "static": static(p),
        "points": points,
    }


if __name__ == "__main__":
    orders = (3, 4, 5, 8, 12)
    temperatures = {3: (0.02, 0.2, 0.45, 0.6), 4: (0.3, 0.52), 5: (0.1, 0.5), 12: (0.05, 0.4)}
    reference = {
        "landscapes": [landscape(p) for p in orders],
        "ageing": [ageing(p, T) for p, list_ in temperatures.items() for T in list_],
    }
    print(json.dumps(reference, indent=2))
