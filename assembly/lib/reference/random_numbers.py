"""Reference of random.ts: xoshiro256++, SplitMix64 and the jump, in Python's integers.

The jump is made without its polynomial: the state recurrence is a 256 x 256 matrix over GF(2), here squared 128 times.
Run in this folder: python3 random_numbers.py > random.json, then format the file with biome.
"""

import json

MASK = 2**64 - 1


def rotl(x, k):
    return ((x << k) | (x >> (64 - k))) & MASK


def advance(s):
    """One step of the recurrence on the words [s0, s1, s2, s3]."""
    s0, s1, s2, s3 = s
    t = (s1 << 17) & MASK
    s2 ^= s0
    s3 ^= s1
    s1 ^= s2
    s0 ^= s3
    s2 ^= t
    return [s0, s1, s2, rotl(s3, 45)]


def draws(s, n):
    out = []
    for _ in range(n):
        out.append((rotl((s[0] + s[3]) & MASK, 23) + s[0]) & MASK)
        s = advance(s)
    return out


def split_mix(seed, n):
    out = []
    for _ in range(n):
        seed = (seed + 0x9E3779B97F4A7C15) & MASK
        z = ((seed ^ (seed >> 30)) * 0xBF58476D1CE4E5B9) & MASK
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
        out.append(z ^ (z >> 31))
    return out


def pack(s):
    return sum(word << (64 * i) for i, word in enumerate(s))


def unpack(n):
    return [(n >> (64 * i)) & MASK for i in range(4)]


def apply(columns, n):
    out = 0
    while n:
        low = n & -n
        out ^= columns[low.bit_length() - 1]
        n ^= low
    return out


def jump_matrix():
    columns = [pack(advance(unpack(1 << c))) for c in range(256)]
    for _ in range(128):
        columns = [apply(columns, column) for column in columns]
    return columns


if __name__ == "__main__":
    matrix = jump_matrix()
    jump = lambda s: unpack(apply(matrix, pack(s)))
    seed = 42
    streams, s = [], split_mix(seed, 4)
    for _ in range(6):
        streams.append(draws(s, 3))
        s = jump(s)
    text = lambda words: [str(word) for word in words]
    print(
        json.dumps(
            {
                "xoshiro": text(draws([1, 2, 3, 4], 10)),
                "splitMix": text(split_mix(1234567, 5)),
                "jump": [
                    {"from": text(s), "to": text(jump(s))} for s in ([1, 2, 3, 4], split_mix(7, 4), [0, 0, 0, 1 << 63])
                ],
                "seed": seed,
                "streams": [text(first) for first in streams],
            },
            indent=1,
        )
    )
