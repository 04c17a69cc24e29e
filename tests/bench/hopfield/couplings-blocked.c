/* Bits are counted in tiles of 16 by 16, in vectors of 16 bytes, as `assembly/lib/sign-gram` does it. */
#include "hopfield/couplings.h"

enum { TILE = 16, MOST = 31 };
typedef uint8_t Bytes __attribute__((vector_size(16)));

static int tiles, blocks;
static Bytes *bits; /* [tiles, blocks] */

static void arrange(void) {
  tiles = (N + TILE - 1) / TILE, blocks = (P + 7) / 8;
  bits = room(sizeof *bits * tiles * blocks);
  for (int i = 0; i < N; ++i)
    for (int nu = 0; nu < P; ++nu)
      ((uint8_t *)bits)[((size_t)(i / TILE) * blocks + nu / 8) * TILE + i % TILE] |=
          (patterns.values[(size_t)nu * N + i] > 0) << nu % 8;
}

static Bytes ones(Bytes x) {
  const Bytes table = {0, 1, 1, 2, 1, 2, 2, 3, 1, 2, 2, 3, 2, 3, 3, 4};
  return __builtin_shuffle(table, x & 15) + __builtin_shuffle(table, x >> 4);
}

/* Adds the patterns of n bytes, of which there are `count`, to a tile. */
static void add(const Bytes spread[TILE][MOST], const Bytes *other, int n, int count, int I, int J_) {
  int16_t sums[TILE][TILE];
  for (int row = 0; row < TILE; row += 4) {
    Bytes differences[4] = {{0}};
    for (int b = 0; b < n; ++b)
      for (int k = 0; k < 4; ++k) differences[k] += ones(spread[row + k][b] ^ other[b]);
    for (int k = 0; k < 4; ++k)
      for (int j = 0; j < TILE; ++j) sums[row + k][j] = count - 2 * differences[k][j];
  }
  int16_t *down = J + (size_t)I * TILE * stride + J_ * TILE, *across = J + (size_t)J_ * TILE * stride + I * TILE;
  for (int i = 0; i < TILE; ++i)
    for (int j = 0; j < TILE; ++j) down[i * stride + j] += sums[i][j];
  if (I == J_) return;
  for (int j = 0; j < TILE; ++j)
    for (int i = 0; i < TILE; ++i) across[j * stride + i] += sums[i][j];
}

static void couple(void) {
  static Bytes spread[TILE][MOST];
  memset(J, 0, sizeof *J * stride * stride);
  for (int first = 0; first < blocks; first += MOST) {
    const int n = blocks - first < MOST ? blocks - first : MOST;
    const int count = P - 8 * first < 8 * n ? P - 8 * first : 8 * n;
    for (int I = 0; I < tiles; ++I) {
      const Bytes *own = bits + (size_t)I * blocks + first;
      for (int i = 0; i < TILE; ++i)
        for (int b = 0; b < n; ++b) spread[i][b] = own[b][i] - (Bytes){0};
      for (int K = I; K < tiles; ++K) add(spread, bits + (size_t)K * blocks + first, n, count, I, K);
    }
  }
  for (int i = 0; i < N; ++i) J[(size_t)i * stride + i] = 0;
}
