/*
 * The kernel's way with the registers of this machine: one pass over the lower triangles of C and R, four rows at a time,
 * each number for its row and for its column.
 */
#include "mean-field/two-time.h"

#ifdef __AVX512F__
enum { width = 8 };
#else
enum { width = 4 };
#endif
typedef double vector __attribute__((vector_size(8 * width), aligned(8)));

/* Panel g: four rows of C and of R, `width` columns of each at a time, up to the end of the block on the diagonal. */
static double *panels;

static int blocks(int g) { return (4 * g + 4 + width - 1) / width; }
static size_t place(int g) {
  size_t sum = 0;
  for (int k = 0; k < g; ++k) sum += blocks(k);
  return sum * 8 * width;
}

static void allocate(void) {
  const size_t size = place((rows + 3) / 4);
  panels = aligned_alloc(64, (size * sizeof(double) + 63) / 64 * 64);
  memset(panels, 0, size * sizeof(double));
}

static void release(void) { free(panels); }

static double *entry(double *panel, int i, int j) {
  return panel + (size_t)(j / width) * 8 * width + (i & 3) * width + j % width;
}

static void set_row(int i) {
  double *panel = panels + place(i / 4);
  for (int j = 0; j < i; ++j) {
    *entry(panel, i, j) = C[(size_t)i * rows + j];
    entry(panel, i, j)[4 * width] = R[(size_t)i * rows + j];
  }
  for (int j = i & ~3; j <= i; ++j) *entry(panel, j, i) = *entry(panel, i, j) = C[(size_t)i * rows + j];
}

static double total(vector v) {
  double sum = 0;
  for (int k = 0; k < width; ++k) sum += v[k];
  return sum;
}

static inline vector at(const double *p) { return *(const vector *)p; }

static void products(int n) {
  memset(x, 0, sizeof(double) * (rows + 8));
  memset(y, 0, sizeof(double) * (rows + 8));
  const double *p = panels;
  for (int i = 0; i < n; i += 4) {
    const double a0 = A[i], a1 = A[i + 1], a2 = A[i + 2], a3 = A[i + 3];
    vector x0 = {0}, x1 = {0}, x2 = {0}, x3 = {0};
    for (int s = 0; s < i + 4; s += width, p += 8 * width) {
      const vector c0 = at(p), c1 = at(p + width), c2 = at(p + 2 * width), c3 = at(p + 3 * width);
      const double *q = p + 4 * width;
      const vector r0 = at(q), r1 = at(q + width), r2 = at(q + 2 * width), r3 = at(q + 3 * width);
      const vector a = at(A + s), b = at(B + s);
      x0 += a * c0 + b * r0;
      x1 += a * c1 + b * r1;
      x2 += a * c2 + b * r2;
      x3 += a * c3 + b * r3;
      *(vector *)(y + s) += (a0 * r0 + a1 * r1) + (a2 * r2 + a3 * r3);
      if (s + width <= i) {
        *(vector *)(x + s) += (a0 * c0 + a1 * c1) + (a2 * c2 + a3 * c3);
      } else {
        const vector c = (a0 * c0 + a1 * c1) + (a2 * c2 + a3 * c3);
        for (int k = s; k < i; ++k) x[k] += c[k - s];
      }
    }
    x[i] += total(x0);
    x[i + 1] += total(x1);
    x[i + 2] += total(x2);
    x[i + 3] += total(x3);
  }
}
