"""Reference of normal.ts: the ziggurat in decimal arithmetic of 50 digits, its constants solved for and not copied.

Run in this folder: python3 normal_numbers.py > normal.json, then format the file with biome.
"""

import json
from decimal import Decimal, getcontext

from random_numbers import MASK, advance, rotl, split_mix

getcontext().prec = 50
LAYERS = 256
HALF = Decimal("0.5")
UNIT = Decimal(2) ** -53


def f(x):
    return (-HALF * x * x).exp()


def tail_area(r):
    """The integral of f beyond r: f(r) / (r + 1/(r + 2/(r + ...)))."""
    fraction = r
    for k in range(600, 0, -1):
        fraction = r + k / fraction
    return f(r) / fraction


def layers(r):
    """Edges x_0 ... x_255 and heights f(x_1) ... of layers of equal area; the last height must be 1."""
    area = r * f(r) + tail_area(r)
    edges, heights = [area / f(r), r], [None, f(r)]
    while len(edges) < LAYERS:
        heights.append(heights[-1] + area / edges[-1])
        if heights[-1] >= 1:
            return area, edges, heights, heights[-1] + (LAYERS - len(edges))
        edges.append((-2 * heights[-1].ln()).sqrt())
    return area, edges, heights, heights[-1] + area / edges[-1]


def solve():
    """r by bisection: a larger r leaves smaller layers, whose stack does not reach 1."""
    low, high = Decimal("3.6"), Decimal("3.7")
    while high - low > Decimal("1e-40"):
        middle = (low + high) / 2
        if layers(middle)[3] > 1:
            low = middle
        else:
            high = middle
    return low


class Sampler:
    def __init__(self, seed, r):
        self.state = split_mix(seed, 4)
        self.r = r
        self.area, self.edges, self.heights, _ = layers(r)
        self.edges.append(Decimal(0))
        self.heights.append(Decimal(1))

    def bits(self):
        s = self.state
        out = (rotl((s[0] + s[3]) & MASK, 23) + s[0]) & MASK
        self.state = advance(s)
        return out

    def uniform(self):
        return (self.bits() >> 11) * UNIT

    def draw(self):
        """One normal number and where it came from."""
        while True:
            bits = self.bits()
            layer, sign = bits & 255, -1 if bits & 256 else 1
            x = (bits >> 11) * UNIT * self.edges[layer]
            if x < self.edges[layer + 1]:
                return sign * x, "inside"
            if layer == 0:
                return sign * (self.r + self.tail()), "tail"
            low, high = self.heights[layer], self.heights[layer + 1]
            if low + self.uniform() * (high - low) < f(x):
                return sign * x, "wedge"

    def tail(self):
        while True:
            a = -(1 - self.uniform()).ln() / self.r
            if -2 * (1 - self.uniform()).ln() > a * a:
                return a


if __name__ == "__main__":
    r = solve()
    seed, count = 42, 500000
    sampler = Sampler(seed, r)
    drawn = [sampler.draw() for _ in range(count)]
    pick = lambda kind, n: [[i, float(x)] for i, (x, where) in enumerate(drawn) if where == kind][:n]
    print(
        json.dumps(
            {
                "r": str(+r)[:30],
                "area": str(sampler.area)[:30],
                "seed": seed,
                "count": count,
                "inside": pick("inside", 60),
                "wedge": pick("wedge", 40),
                "tail": pick("tail", count),
            }
        )
    )
