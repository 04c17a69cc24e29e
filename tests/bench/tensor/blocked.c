/*
 * Peer of the tensor: the loops of the library in C, in vectors of four floats and blocks of four rows, over the same
 * layout (slab i is the lower triangle over (j, k) in blocks of 4 x 4). What is left to tell them apart is the machine
 * code. `blocked gradient|contract FILE`.
 */
#include "peer.h"

typedef float Vector __attribute__((vector_size(16)));

static int N, blocks;
static Vector *tensor, *matrix, *x, *out;

static inline Vector splat(float value) { return (Vector){value, value, value, value}; }
static inline float sum(Vector v) { return (v[0] + v[1]) + (v[2] + v[3]); }

static void gradient(void) {
  const Vector *A = tensor;
  memset(out, 0, sizeof(Vector) * blocks);
  for (int i = 0; i < N; ++i) {
    const Vector xi = splat(x[i / 4][i % 4]);
    Vector q = splat(0);
    for (int b = 0; b <= i / 4; ++b) {
      const Vector w = xi * x[b], w0 = splat(w[0]), w1 = splat(w[1]), w2 = splat(w[2]), w3 = splat(w[3]);
      Vector r0 = splat(0), r1 = splat(0), r2 = splat(0), r3 = splat(0);
      for (int a = 0; a <= b; ++a, A += 4) {
        r0 += A[0] * x[a];
        r1 += A[1] * x[a];
        r2 += A[2] * x[a];
        r3 += A[3] * x[a];
        out[a] += (A[0] * w0 + A[1] * w1) + (A[2] * w2 + A[3] * w3);
      }
      const Vector r = {sum(r0), sum(r1), sum(r2), sum(r3)};
      q += x[b] * r;
      out[b] += xi * r;
    }
    out[i / 4][i % 4] += sum(q);
  }
  for (int b = 0; b < blocks; ++b) out[b] /= 3;
}

static void contract(void) {
  const Vector *A = tensor;
  memset(out, 0, sizeof(Vector) * blocks);
  for (int i = 0; i < N; ++i) {
    const Vector *B = matrix, *row = matrix + 2 * (i / 4) * (i / 4 + 1) + i % 4;
    Vector q = splat(0);
    for (int b = 0; b <= i / 4; ++b) {
      const Vector w = row[4 * b], w0 = splat(w[0]), w1 = splat(w[1]), w2 = splat(w[2]), w3 = splat(w[3]);
      Vector r0 = splat(0), r1 = splat(0), r2 = splat(0), r3 = splat(0);
      for (int a = 0; a <= b; ++a, A += 4, B += 4) {
        const Vector m = row[4 * a];
        r0 += A[0] * m;
        r1 += A[1] * m;
        r2 += A[2] * m;
        r3 += A[3] * m;
        q += (A[0] * B[0] + A[1] * B[1]) + (A[2] * B[2] + A[3] * B[3]);
        out[a] += (A[0] * w0 + A[1] * w1) + (A[2] * w2 + A[3] * w3);
      }
      out[b] += (Vector){sum(r0), sum(r1), sum(r2), sum(r3)};
    }
    out[i / 4][i % 4] += sum(q);
  }
  for (int b = 0; b < blocks; ++b) out[b] /= 3;
}

static void print_result(void) {
  for (int l = 0; l < N; ++l) print_number(out[l / 4][l % 4]);
}

/* Room for n vectors, all zero. */
static Vector *zeros(size_t n) { return memset(aligned_alloc(16, sizeof(Vector) * n), 0, sizeof(Vector) * n); }

/* Row j of the triangle of blocks that begins at `first`, element k. */
static float *element(Vector *first, int j, int k) {
  return (float *)(first + 2 * (j / 4) * (j / 4 + 1) + 4 * (k / 4) + j % 4) + k % 4;
}

int main(int count, char **arguments) {
  if (count != 3) return 2;
  FILE *file = fopen(arguments[2], "rb");
  const Array vector = read_array(file), square = read_array(file), packed = read_array(file);
  N = vector.length;
  blocks = (N + 3) / 4;
  x = zeros(blocks);
  out = zeros(blocks);
  matrix = zeros(2 * blocks * (blocks + 1));
  tensor = zeros((size_t)N * 2 * blocks * (blocks + 1));
  for (int i = 0; i < N; ++i) ((float *)x)[i] = vector.values[i];
  for (int i = 0; i < N; ++i)
    for (int j = 0; j / 4 <= i / 4 && j < N; ++j) *element(matrix, i, j) = square.values[i * N + j];
  Vector *slab = tensor;
  const double *c = packed.values;
  for (int i = 0; i < N; ++i, slab += 2 * ((i - 1) / 4 + 1) * ((i - 1) / 4 + 2))
    for (int j = 0; j <= i; ++j)
      for (int k = 0; k <= j; ++k) *element(slab, j, k) = *c++;
  return serve(1, nothing, strcmp(arguments[1], "contract") ? gradient : contract, print_result);
}
