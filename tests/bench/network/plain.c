/* Sample by sample; inner loops run along the hidden units, so that the compiler can vectorise them. */
#include "network/network.h"

static double *W1, *c1, *W2, *c2;         /* [inputs, width], [width], [outputs, width], [outputs] */
static double *a, *delta1, *delta2, *sum; /* [samples, width] twice, [samples, outputs], [width] */

static void make_room(void) {
  W1 = room(inputs * width), c1 = room(width), W2 = room(width * outputs), c2 = room(outputs);
  a = room(samples * width), delta1 = room(samples * width), delta2 = room(samples * outputs), sum = room(width);
}

static double *weight(int layer, int o, int i) {
  if (i < 0) return layer == 0 ? c1 + o : c2 + o;
  return layer == 0 ? W1 + i * width + o : W2 + o * width + i;
}

static void forward(void) {
  for (int m = 0; m < samples; ++m) memcpy(a + m * width, c1, sizeof *a * width);
  for (int i = 0; i < inputs; ++i)
    for (int m = 0; m < samples; ++m) {
      const double pixel = input(m)[i];
      for (int h = 0; h < width; ++h) a[m * width + h] += pixel * W1[i * width + h];
    }
  for (int k = 0; k < samples * width; ++k) a[k] = a[k] > 0 ? a[k] : 0;
}

static void evaluate(void) {
  loss = 0;
  for (int m = 0; m < samples; ++m) {
    double *z = delta2 + m * outputs, *back = delta1 + m * width;
    const double *unit = a + m * width;
    for (int c = 0; c < outputs; ++c) {
      z[c] = c2[c];
      for (int h = 0; h < width; ++h) z[c] += W2[c * width + h] * unit[h];
    }
    loss += cross_entropy(z, labels.values[drawn(m)]) / samples;
    memset(back, 0, sizeof *back * width);
    for (int c = 0; c < outputs; ++c)
      for (int h = 0; h < width; ++h) back[h] += W2[c * width + h] * z[c];
    for (int h = 0; h < width; ++h) back[h] = unit[h] > 0 ? back[h] : 0;
  }
}

/* w <- w - rate sum, and the square of the sum. */
static double move(double *w, int n) {
  double square = 0;
  for (int k = 0; k < n; ++k) square += sum[k] * sum[k];
  for (int k = 0; k < n; ++k) w[k] -= rate / samples * sum[k];
  return square;
}

static void add(const double *delta, double factor) {
  for (int h = 0; h < width; ++h) sum[h] += factor * delta[h];
}

static void descend(void) {
  double square = 0;
  for (int i = -1; i < inputs; ++i) {
    memset(sum, 0, sizeof *sum * width);
    for (int m = 0; m < samples; ++m) add(delta1 + m * width, i < 0 ? 1 : input(m)[i]);
    square += move(i < 0 ? c1 : W1 + i * width, width);
  }
  for (int c = 0; c < outputs; ++c) {
    memset(sum, 0, sizeof *sum * width);
    for (int m = 0; m < samples; ++m) add(a + m * width, delta2[m * outputs + c]);
    square += move(W2 + c * width, width);
    sum[0] = 0;
    for (int m = 0; m < samples; ++m) sum[0] += delta2[m * outputs + c];
    square += move(c2 + c, 1);
  }
  norm = sqrt(square) / samples;
}

static void follow(void) {
  forward();
  evaluate();
  descend();
}
