"""Reference runs of a two-layer network under stochastic gradient descent, by other means than backpropagation.

The derivative of the loss by each weight is taken with a complex step, Im L(w + i h)/h with h = 1e-30: exact to rounding,
and from the forward equations alone. The network is the formula on matrices of samples by units.

Run in this folder: python3 two_layer_network.py > two-layer-network.json && npx biome format --write two-layer-network.json
"""

import json

import numpy as np

INPUTS, WIDTH, OUTPUTS, SAMPLES, BATCH, STEPS, RATE = 5, 6, 3, 7, 3, 40, 0.3


def split(w):
    """W1 row by row, c1, W2 row by row, c2."""
    ends = np.cumsum([WIDTH * INPUTS, WIDTH, OUTPUTS * WIDTH])
    w1, c1, w2, c2 = np.split(w, ends)
    return w1.reshape(WIDTH, INPUTS), c1, w2.reshape(OUTPUTS, WIDTH), c2


def losses(w, x, y, cross_entropy):
    """The loss of each sample."""
    w1, c1, w2, c2 = split(w)
    fields = x @ w1.T + c1
    z = np.where(fields.real > 0, fields, 0) @ w2.T + c2
    if not cross_entropy:
        return np.mean((1 / (1 + np.exp(-z)) - y) ** 2, axis=1)
    log_f = z - np.log(np.sum(np.exp(z), axis=1, keepdims=True))
    return np.sum(y * (np.log(y) - log_f), axis=1)


def gradients(w, x, y, cross_entropy):
    """[samples, weights] the gradient of each sample's loss."""
    h = 1e-30
    columns = []
    for k in range(w.size):
        shifted = w.astype(complex)
        shifted[k] += 1j * h
        columns.append(losses(shifted, x, y, cross_entropy).imag / h)
    return np.array(columns).T


def run(cross_entropy, seed):
    rng = np.random.default_rng(seed)
    x = rng.standard_normal((SAMPLES, INPUTS))
    y = rng.uniform(0.05, 1, (SAMPLES, OUTPUTS))
    if cross_entropy:
        y /= y.sum(axis=1, keepdims=True)
    w = rng.standard_normal(WIDTH * (INPUTS + 1) + OUTPUTS * (WIDTH + 1)) / 2
    batches = rng.integers(0, SAMPLES, (STEPS, BATCH))
    start, batch_losses, norms = w, [], []
    each = gradients(w, x, y, cross_entropy)
    for batch in batches:
        batch_losses.append(np.mean(losses(w, x[batch], y[batch], cross_entropy)))
        gradient = np.mean(gradients(w, x[batch], y[batch], cross_entropy), axis=0)
        norms.append(np.sqrt(np.sum(gradient**2)))
        w = w - RATE * gradient
    return {
        "crossEntropy": int(cross_entropy),
        "x": x.tolist(),
        "y": y.tolist(),
        "start": start.tolist(),
        "variance": float(np.sum(np.var(each, axis=0))),
        "squares": np.sum(each**2, axis=1).tolist(),
        "batches": batches.tolist(),
        "batchLosses": batch_losses,
        "norms": norms,
        "end": w.tolist(),
        "loss": float(np.mean(losses(w, x, y, cross_entropy))),
    }


if __name__ == "__main__":
    sizes = {"inputs": INPUTS, "width": WIDTH, "outputs": OUTPUTS, "batch": BATCH, "rate": RATE}
    print(json.dumps({**sizes, "runs": [run(False, 1), run(True, 2)]}))
