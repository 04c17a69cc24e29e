"""erf, erfc and Owen's function in 30 digits, by mpmath's own series and quadrature.

Run in this folder: python3 error_functions.py > error-functions.json && npx biome format --write error-functions.json
"""

import json

from mpmath import erf, erfc, exp, mp, mpf, pi, quad

mp.dps = 30


def owen(h, a):
    return quad(lambda x: exp(-h * h * (1 + x * x) / 2) / (1 + x * x), [0, a / 2, a]) / (2 * pi)


if __name__ == "__main__":
    points = [mpf(x) for x in ("1e-9", "0.1", "0.5", "0.999", "1", "1.001", "1.511219", "2.5", "4", "6", "6.28", "6.29", "12", "26")]
    pairs = [(mpf(h), mpf(a)) for h in ("0", "0.3", "1", "2.5", "6") for a in ("0.01", "0.7", "1", "1.5", "8")]
    print(
        json.dumps(
            {
                "errors": [{"x": float(x), "erf": float(erf(mpf(float(x)))), "erfc": float(erfc(mpf(float(x))))} for x in points],
                "wedges": [{"h": float(h), "a": float(a), "value": float(owen(mpf(float(h)), mpf(float(a))))} for h, a in pairs],
            },
            indent=2,
        )
    )
