"""Descents of phase retrieval on the sphere, with data and noise of their own, all runs side by side in f64.

Writes reference.json: mean and standard deviation over runs of the overlap and of the loss at a few steps, and the
fraction of runs whose overlap has ever been above 0.99.
"""
import json
from pathlib import Path

import numpy as np

N, ALPHA, RUNS, STEPS, WATCHED = 50, 4, 400, 1000, (20, 100, 300, 1000)
M = ALPHA * N
METHODS = [
    {"name": "gradient descent", "eta": 0.05},
    {"name": "gradient descent of the normalised loss", "normalised": 1, "a": 1, "eta": 0.1},
    {"name": "stochastic gradient descent", "eta": 0.05, "b": 0.5},
    {"name": "persistent stochastic gradient descent", "eta": 0.05, "b": 0.3, "persistence": 1},
    {"name": "Langevin", "eta": 0.05, "temperature": 0.05},
]


def run(method, rng):
    eta, b = method["eta"], method.get("b", 1)
    tau, temperature = method.get("persistence", 0), method.get("temperature", 0)
    X = rng.standard_normal((RUNS, M, N)) / np.sqrt(N)
    star = on_sphere(rng.standard_normal((RUNS, N)))
    y = np.einsum("rmi,ri->rm", X, star) ** 2
    c = 1 / (method["a"] + y) if method.get("normalised") else np.ones_like(y)
    w = on_sphere(rng.standard_normal((RUNS, N)))
    s = rng.random((RUNS, M)) < b
    best = np.zeros(RUNS)
    rows = []
    for t in range(STEPS + 1):
        h = np.einsum("rmi,ri->rm", X, w)
        m = np.abs(np.sum(w * star, axis=1)) / N
        best = np.maximum(best, m)
        if t in WATCHED:
            loss = np.mean(c * (h**2 - y) ** 2, axis=1) / 4
            rows.append({"t": t, "overlap": summary(m), "loss": summary(loss)})
        gradient = np.einsum("rm,rmi->ri", s * c * (h**2 - y) * h, X) * (N / M) / b
        move = -eta * gradient + np.sqrt(2 * temperature * eta) * rng.standard_normal((RUNS, N))
        move -= w * np.sum(move * w, axis=1, keepdims=True) / N
        w = on_sphere(w + move)
        s = flip(s, eta, b, tau, rng)
    found = float(np.mean(best > 0.99))
    print(method["name"], found, rows[-1])
    return {**method, "rows": rows, "found": found}


def flip(s, eta, b, tau, rng):
    """The chain of two states, P(1 -> 0) = eta/tau and P(0 -> 1) = b/(1-b) eta/tau; without tau a new draw."""
    u = rng.random(s.shape)
    if tau == 0:
        return u < b
    return np.where(s, u >= eta / tau, u < b / (1 - b) * eta / tau)


def on_sphere(x):
    return x * np.sqrt(N) / np.linalg.norm(x, axis=1, keepdims=True)


def summary(values):
    return {"mean": float(np.mean(values)), "deviation": float(np.std(values, ddof=1))}


rng = np.random.default_rng(20210304)
result = {"N": N, "alpha": ALPHA, "runs": RUNS, "methods": [run(method, rng) for method in METHODS]}
Path(__file__).with_name("reference.json").write_text(json.dumps(result, indent=1) + "\n")
