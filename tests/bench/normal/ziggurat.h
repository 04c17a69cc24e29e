/* The ziggurat of `assembly/lib/normal.ts` over the generator of `assembly/lib/random.ts`: the same numbers. */
#include <math.h>
#include <stdint.h>

static const double r = 3.654152885361009, v = 0.004928673233974655;
static double edge[257], scale[256], height[257];
static uint64_t s0, s1, s2, s3;

static inline uint64_t rotl(uint64_t x, int k) { return x << k | x >> (64 - k); }

static inline uint64_t next(void) {
  const uint64_t number = rotl(s0 + s3, 23) + s0, t = s1 << 17;
  s2 ^= s0;
  s3 ^= s1;
  s1 ^= s2;
  s0 ^= s3;
  s2 ^= t;
  s3 = rotl(s3, 45);
  return number;
}

static inline double uniform(void) { return (double)(int64_t)(next() >> 11) * 0x1p-53; }

static uint64_t split_mix(uint64_t z) {
  z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9;
  z = (z ^ z >> 27) * 0x94d049bb133111eb;
  return z ^ z >> 31;
}

static void jump(void) {
  static const uint64_t powers[] = {0x180ec6d33cfd0aba, 0xd5a61266f0c9392c, 0xa9582618e03fc9aa, 0x39abdc4529b1661c};
  uint64_t t0 = 0, t1 = 0, t2 = 0, t3 = 0;
  for (int k = 0; k < 256; ++k, next()) {
    if (!(powers[k / 64] >> k % 64 & 1)) continue;
    t0 ^= s0;
    t1 ^= s1;
    t2 ^= s2;
    t3 ^= s3;
  }
  s0 = t0;
  s1 = t1;
  s2 = t2;
  s3 = t3;
}

/* The stream of that index of the seed. */
static void prepare(uint64_t seed, int stream) {
  uint64_t *const words[] = {&s0, &s1, &s2, &s3};
  for (int k = 0; k < 4; ++k) *words[k] = split_mix(seed += 0x9e3779b97f4a7c15);
  for (int k = 0; k < stream; ++k) jump();
  const double base = exp(-0.5 * r * r);
  edge[0] = v / base;
  edge[1] = r;
  height[1] = base;
  for (int i = 2; i < 256; ++i) {
    height[i] = height[i - 1] + v / edge[i - 1];
    edge[i] = sqrt(-2 * log(height[i]));
  }
  height[256] = 1;
  for (int i = 0; i < 256; ++i) scale[i] = edge[i] * 0x1p-53;
}

static double tail(void) {
  for (;;) {
    const double a = -log(1 - uniform()) / r;
    if (-2 * log(1 - uniform()) > a * a) return a;
  }
}

static inline double normal(void) {
  for (;;) {
    const uint64_t bits = next();
    const int layer = bits & 255;
    const double x = (double)(int64_t)(bits >> 11) * scale[layer], sign = bits & 256 ? -1 : 1;
    if (x < edge[layer + 1]) return sign * x;
    if (layer == 0) return sign * (r + tail());
    const double y = height[layer] + uniform() * (height[layer + 1] - height[layer]);
    if (y < exp(-0.5 * x * x)) return sign * x;
  }
}
