/*
 * Gradient flow of the spiked matrix-tensor model (p = 3, T = 0) at N = infinity in plain C: equations of
 * assembly/models/two-time.ts. A call is a whole run, from fresh memory. What includes this file says how the history is
 * kept (`allocate`, `set_row`, `release`) and how the sums over it are made (`products`).
 *
 * PROGRAM ROWS DT M0 DELTA2 DELTA3
 */
#include <math.h>
#include "peer.h"

static int rows;
static double h, m0, delta2, delta3;
static double *C, *R, *chi; /* [rows, rows] */
static double *m, *A, *B, *x, *y;
static double last[4]; /* t, overlap, energy, mu of the last row */

static double *zeros(size_t n) { return calloc(n, sizeof(double)); }

static void allocate(void);
static void set_row(int i);
static void release(void);
/* x = C A + R B, y = R^T A over the first n rows; A and B are zero from n - 1 on */
static void products(int n);

/* A, B, energy and mu of row n; returns F . x* / N */
static double weigh(int n, double *slope) {
  const double *c = C + (size_t)n * rows, *r = R + (size_t)n * rows;
  double BR = 0, AC = 0, Am = 0;
  for (int s = 0; s < n; ++s) {
    const double a = (1 / delta2 + 2 * c[s] / delta3) * r[s], b = (1 / delta2 + c[s] / delta3) * c[s];
    BR += b * r[s];
    AC += a * c[s];
    Am += a * m[s];
    A[s] = a;
    B[s] = b;
  }
  *slope = m[n] / delta2 + m[n] * m[n] / delta3;
  last[0] = h * n;
  last[1] = m[n];
  last[2] = -h * BR - m[n] * m[n] / (2 * delta2) - m[n] * m[n] * m[n] / (3 * delta3);
  last[3] = h * (BR + AC) + *slope * m[n];
  return *slope + h * Am;
}

static void advance(int n) {
  double slope;
  const double pull = weigh(n, &slope);
  double *c = C + (size_t)n * rows, *r = R + (size_t)n * rows;
  products(n + 1);
  double square = 1 / delta2 + 1 / delta3 + slope * pull;
  for (int s = 0; s <= n; ++s) {
    x[s] = h * x[s] + slope * m[s];
    y[s] *= h;
    square += h * (A[s] * x[s] + B[s] * y[s]);
  }
  const double radial = x[n], norm = sqrt(1 + h * h * (square - radial * radial));
  const double keep = (1 - h * radial) / norm, add = h / norm;
  for (int s = 0; s <= n; ++s) {
    c[rows + s] = keep * c[s] + add * x[s];
    r[rows + s] = keep * r[s] + add * y[s];
  }
  c[rows + n + 1] = 1;
  r[rows + n] = 1 / norm;
  m[n + 1] = keep * m[n] + add * pull;
  double *sum = chi + (size_t)(n + 1) * rows;
  for (int s = n; s >= 0; --s) sum[s] = h * r[rows + s] + sum[s + 1];
  set_row(n + 1);
}

static void call(void) {
  const size_t padded = rows + 8;
  C = zeros((size_t)rows * rows);
  R = zeros((size_t)rows * rows);
  chi = zeros((size_t)rows * rows);
  m = zeros(padded), A = zeros(padded), B = zeros(padded), x = zeros(padded), y = zeros(padded);
  allocate();
  C[0] = 1;
  m[0] = m0;
  set_row(0);
  double slope;
  for (int n = 0; n + 1 < rows; ++n) {
    advance(n);
    weigh(n + 1, &slope);
  }
  release();
  free(C), free(R), free(chi), free(m), free(A), free(B), free(x), free(y);
}

static void print_result(void) {
  for (int k = 0; k < 4; ++k) print_number(last[k]);
}

int main(int count, char **arguments) {
  if (count != 6) return 2;
  rows = atoi(arguments[1]);
  h = atof(arguments[2]), m0 = atof(arguments[3]), delta2 = atof(arguments[4]), delta3 = atof(arguments[5]);
  return serve(1, nothing, call, print_result);
}
