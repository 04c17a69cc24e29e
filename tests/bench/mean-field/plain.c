/* Three scalar products for each column, as the equations are written; C is whole and R is kept in columns too. */
#include "mean-field/two-time.h"

static double *full, *columns; /* [rows, rows] */

static void allocate(void) {
  full = zeros((size_t)rows * rows);
  columns = zeros((size_t)rows * rows);
}

static void release(void) { free(full), free(columns); }

static void set_row(int i) {
  for (int j = 0; j <= i; ++j) full[(size_t)i * rows + j] = full[(size_t)j * rows + i] = C[(size_t)i * rows + j];
  for (int j = 0; j < i; ++j) columns[(size_t)j * rows + i] = R[(size_t)i * rows + j];
}

static double dot(int n, const double *a, const double *b) {
  double sum = 0;
  for (int k = 0; k < n; ++k) sum += a[k] * b[k];
  return sum;
}

static void products(int n) {
  for (int s = 0; s < n; ++s) {
    const size_t row = (size_t)s * rows;
    x[s] = dot(n, full + row, A) + dot(s, R + row, B);
    y[s] = dot(n - s, columns + row + s, A + s);
  }
}
