"""Reference numbers of dynamical mean-field theory (`two-time.ts`), by three other ways than its two-time equations.

site: one spin of the infinite system. Its path is a linear combination of independent Gaussians (its start, the signal,
the noise of the Hamiltonian at each time, the thermal noise); correlations are scalar products of these combinations, the
response is a coefficient, and the norm is what makes the variance one. Exact for projected descent in steps of h.

spectrum: p = 2 alone is a random matrix. Each eigenvalue of the semicircle is followed on its own, with Gauss's quadrature;
no theory of disordered systems enters. Exact for the same steps.

continuum: the integro-differential equations in continuous time by Heun's method with trapezoidal integrals, and
Richardson's extrapolation.

Run in this folder: python3 two_time.py > two-time.json && npx biome format --write two-time.json
"""

import json

import numpy as np


def couplings(params, t):
    """Amplitudes and weights of the matrix and of the tensor: (a2, w2), (ap, wp)."""
    if "delta2" not in params:
        return (0.0, 0.0), (np.sqrt(params["p"] / 2), 0.0)
    C, tau = params.get("annealing", 0.0), params.get("tau", 70.0)
    assumed = params["deltap"] + (C if t <= 1 else C * np.exp(-t / tau))
    delta2 = params["delta2"]
    return (delta2**-0.5, 1 / delta2), (params["deltap"] ** 0.5 / assumed, 1 / assumed)


def timetable(changes, n):
    """Parameters of each step, from {step: parameters that change before it}."""
    table, now = [], {}
    for k in range(n):
        now = {**now, **changes.get(k, {})}
        table.append(now)
    return table


def site(p, h, m0, changes, n):
    """Observables of rows 0 ... n - 1 as they are measured (with the parameters of the step before), last rows of C, R."""
    table = [{"p": p, **row} for row in timetable(changes, n)]
    size = 2 + 3 * n  # start, signal, noise of the matrix, of the tensor, thermal noise
    start, star = 0, 1
    noises = (np.arange(n) + 2, np.arange(n) + 2 + n)
    orders = (2, p)
    K = np.eye(size)
    x = np.zeros((n, size))
    amplitudes = np.zeros((n, 2))
    x[0, start], x[0, star] = np.sqrt(1 - m0 * m0), m0

    def forces(t, params):
        C = x[: t + 1] @ K @ x[t]
        R = x[t, noises[0]] / h
        m = x[t, star]
        out = []
        for k, (order, noise) in enumerate(zip(orders, noises)):
            a, w = couplings(params, t * h)[k]
            amplitudes[t, k] = a
            strength = a * amplitudes[: t + 1, k]
            K[noise[t], noise[: t + 1]] = K[noise[: t + 1], noise[t]] = strength * C ** (order - 1)
            F = np.zeros(size)
            F[star] = w * m ** (order - 1)
            F[noise[t]] = 1
            F += h * (strength * (order - 1) * C ** (order - 2) * R[: t + 1]) @ x[: t + 1]
            out.append(F)
        return out

    observed = []
    for t in range(n):
        F = forces(t, table[max(t - 1, 0)])
        radial = [part @ K @ x[t] for part in F]
        energy = -sum(part / order for part, order in zip(radial, orders))
        T = table[max(t - 1, 0)]["temperature"]
        observed.append([t * h, x[t, star], energy, T + sum(radial)])
        if t == n - 1:
            break
        F = sum(forces(t, table[t]))
        y = x[t] + h * (F - (F @ K @ x[t]) * x[t])
        y[2 + 2 * n + t] += np.sqrt(2 * table[t]["temperature"] * h)
        x[t + 1] = y / np.sqrt(y @ K @ y)
    return observed, x @ K @ x[-1], x[-1, noises[0]] / h


def spectrum(h, m0, changes, n):
    """The same for p = 2, mode by mode."""
    K = n + 8
    angle = np.pi * np.arange(1, K + 1) / (K + 1)
    lam, weight = 2 * np.cos(angle), 2 / (K + 1) * np.sin(angle) ** 2
    table = timetable(changes, n)
    alpha = np.zeros((n, K))  # component along the signal
    rest = np.zeros((n, n, K))  # components along the start (first) and the thermal noise of each step
    response = np.zeros((n, n, K))
    alpha[0], rest[0, 0] = m0, np.sqrt(1 - m0 * m0)
    product = lambda a, b, c, d: weight @ (a * b + np.sum(c * d, axis=0))

    def force(t, params):
        a, w = couplings({**params, "deltap": 1.0}, 0)[0]
        m = weight @ alpha[t]
        return a * lam * alpha[t] + w * m, a * lam * rest[t], a, m

    observed = []
    for t in range(n):
        params = table[max(t - 1, 0)]
        Fa, Fr, _, m = force(t, params)
        radial = product(Fa, alpha[t], Fr, rest[t])
        observed.append([t * h, m, -radial / 2, params["temperature"] + radial])
        if t == n - 1:
            break
        T = table[t]["temperature"]
        Fa, Fr, a, _ = force(t, table[t])
        radial = product(Fa, alpha[t], Fr, rest[t])
        ya = alpha[t] + h * (Fa - radial * alpha[t])
        yr = rest[t] + h * (Fr - radial * rest[t])
        yr[t + 1] += np.sqrt(2 * T * h)
        norm = np.sqrt(product(ya, ya, yr, yr))
        alpha[t + 1], rest[t + 1] = ya / norm, yr / norm
        response[t + 1] = (1 + h * (a * lam - radial)) * response[t] / norm
        response[t + 1, t] += 1 / norm
    C = [product(alpha[-1], alpha[s], rest[-1], rest[s]) for s in range(n)]
    return observed, C, response[-1] @ weight


def heun(p, T, m0, params, h, n):
    """Continuous time, second order: rows m and E at k h; C, R of all rows."""
    (a2, w2), (ap, wp) = couplings({"p": p, **params}, 0)
    f1 = lambda q: a2 * a2 * q + ap * ap * q ** (p - 1)
    f2 = lambda q: a2 * a2 + (p - 1) * ap * ap * q ** (p - 2)
    g = lambda m: w2 * m * m / 2 + wp * m**p / p
    g1 = lambda m: w2 * m + wp * m ** (p - 1)
    C, R, m, E = np.eye(n), np.eye(n), np.zeros(n), np.zeros(n)
    m[0] = m0

    def slopes(t):
        """Right-hand sides at row t for columns 0 ... t; integrals by the trapezoid, R(t,t) = 1."""
        ends = np.ones(t + 1)
        ends[0] = ends[-1] = 0.5
        if t == 0:
            ends[:] = 0
        A = h * f2(C[t, : t + 1]) * R[t, : t + 1]
        B = h * f1(C[t, : t + 1])
        E[t] = -(ends * B) @ R[t, : t + 1] - g(m[t])
        mu = T + ends @ (B * R[t, : t + 1] + A * C[t, : t + 1]) + g1(m[t]) * m[t]
        L = np.tril(R[: t + 1, : t + 1])
        inner = L @ B - 0.5 * (L[:, 0] * B[0] + np.diag(L) * B)  # over u <= s
        outer = A @ L - 0.5 * (A * np.diag(L) + A[t] * L[t])  # over s <= u <= t
        dC = -mu * C[t, : t + 1] + (ends * A) @ C[: t + 1, : t + 1] + inner + g1(m[t]) * m[: t + 1]
        return dC, -mu * R[t, : t + 1] + outer, -mu * m[t] + (ends * A) @ m[: t + 1] + g1(m[t])

    def predictor_and_corrector(dC, dR, dm, t):
        yield dC, dR, dm
        nC, nR, nm = slopes(t + 1)
        yield (dC + nC[: t + 1]) / 2, (dR + nR[: t + 1]) / 2, (dm + nm) / 2

    for t in range(n - 1):
        dC, dR, dm = slopes(t)
        for uC, uR, um in predictor_and_corrector(dC, dR, dm, t):
            C[t + 1, : t + 1] = C[: t + 1, t + 1] = C[t, : t + 1] + h * uC
            R[t + 1, : t + 1] = R[t, : t + 1] + h * uR
            m[t + 1] = m[t] + h * um
        slopes(t + 1)
    return m, E, C, R


def continuum(p, T, m0, params, times, h):
    """m and E at `times`, extrapolated from steps h, h/2 and h/4, whose errors begin with h^2 and h^3."""
    rows = []
    for k in range(3):
        step = h / 2**k
        m, E, _, _ = heun(p, T, m0, params, step, round(max(times) / step) + 1)
        rows.append(np.array([[m[round(t / step)], E[round(t / step)]] for t in times]))
    once = [(4 * rows[k + 1] - rows[k]) / 3 for k in range(2)]
    best = (8 * once[1] - once[0]) / 7
    values = [{"t": t, "overlap": m, "energy": e} for t, (m, e) in zip(times, best.tolist())]
    return {"p": p, "temperature": T, "m0": m0, **params, "values": values, "error": float(abs(best - once[1]).max())}


def case(run, p, h, m0, changes, n):
    arguments = (p, h, m0, changes, n) if run is site else (h, m0, changes, n)
    observed, C, R = run(*arguments)
    return {
        "p": p,
        "dt": h,
        "m0": m0,
        "changes": [{"step": step, "params": params} for step, params in changes.items()],
        "rows": [[float(value) for value in row] for row in observed],
        "C": [float(value) for value in C],
        "R": [float(value) for value in R],
    }


if __name__ == "__main__":
    flow = {0: {"delta2": 0.3, "deltap": 1.0, "temperature": 0.0}}
    sliders = {
        0: {"delta2": 0.9, "deltap": 1.5, "temperature": 1.0},
        8: {"delta2": 0.3},
        14: {"deltap": 0.4},
        20: {"temperature": 0.2, "delta2": 2.0},
    }
    annealed = {0: {"delta2": 0.4, "deltap": 0.3, "temperature": 1.0, "annealing": 20.0, "tau": 1.5}}
    matrix = {0: {"delta2": 0.8, "temperature": 0.7}, 10: {"delta2": 0.25}, 20: {"temperature": 0.1, "delta2": 1.5}}
    reference = {
        "site": [
            case(site, 3, 0.05, 0.3, flow, 40),
            case(site, 4, 0.1, 0.2, flow, 30),
            case(site, 3, 0.05, 0.3, sliders, 30),
            case(site, 4, 0.08, 0.5, sliders, 30),
            case(site, 3, 0.1, 0.3, annealed, 30),
        ],
        "spectrum": [case(spectrum, 3, 0.1, 0.0, matrix, 30), case(spectrum, 3, 0.04, 0.4, matrix, 30)],
        "pure": [
            case(site, 3, 0.1, 0.0, {0: {"temperature": 0.0}}, 30),
            case(site, 3, 0.1, 0.0, {0: {"temperature": 0.9}, 12: {"temperature": 0.1}}, 30),
            case(site, 5, 0.05, 0.0, {0: {"temperature": 0.3}}, 30),
        ],
        "continuum": [
            continuum(3, 0.0, 0.1, {"delta2": 0.3, "deltap": 1.0}, [0.5, 1, 2, 3], 0.02),
            continuum(3, 1.0, 0.1, {"delta2": 0.3, "deltap": 1.0}, [0.5, 1, 2, 3], 0.02),
            continuum(4, 0.0, 0.3, {"delta2": 0.5, "deltap": 0.7}, [0.5, 1, 2, 3], 0.02),
        ],
        "pureContinuum": [
            continuum(3, 0.0, 0.0, {}, [1, 5, 10], 0.04),
            continuum(3, 0.5, 0.0, {}, [1, 5, 10], 0.04),
        ],
    }
    print(json.dumps(reference))
