/*
 * Stochastic gradient descent of a network with one hidden layer and cross-entropy in C, but for the products of its two
 * layers: equations in `assembly/models/two-layer-network`. `PROGRAM CHECKED FILE`; the arrays of the file are those of
 * `instance.ts`.
 */
#include <math.h>
#include "peer.h"

static int inputs, width, outputs, samples, steps, step;
static double rate, loss, norm;
static Array x, labels, start1, start2, batches, shown;

/* To be defined: room for weights and scratch; W_oi of layer 0 or 1, or its bias o where i = -1; a step, which takes
   drawn(m) for m < samples and leaves `loss` and `norm`. */
static void make_room(void);
static double *weight(int layer, int o, int i);
static void follow(void);

/* The m-th sample of this step. */
static int drawn(int m) { return batches.values[(size_t)step * samples + m]; }
static const double *input(int m) { return x.values + (size_t)drawn(m) * inputs; }

/* Loss of a sample, whose outputs z turn into derivatives. */
static double cross_entropy(double *z, int label) {
  double largest = z[0], total = 0;
  for (int c = 1; c < outputs; ++c) largest = fmax(largest, z[c]);
  const double own = z[label];
  for (int c = 0; c < outputs; ++c) total += z[c] = exp(z[c] - largest);
  for (int c = 0; c < outputs; ++c) z[c] = z[c] / total - (c == label);
  return largest + log(total) - own;
}

static void restart(void) {
  for (int h = 0; h < width; ++h) {
    *weight(0, h, -1) = 0;
    for (int i = 0; i < inputs; ++i) *weight(0, h, i) = start1.values[h * inputs + i];
  }
  for (int c = 0; c < outputs; ++c) {
    *weight(1, c, -1) = 0;
    for (int h = 0; h < width; ++h) *weight(1, c, h) = start2.values[c * width + h];
  }
  step = 0;
}

static void call(void) {
  follow();
  step = (step + 1) % steps;
}

/* Weight k of W1 row by row, c1, W2 row by row, c2. */
static double shown_weight(int k) {
  const int first = width * inputs, second = first + width, third = second + outputs * width;
  if (k < first) return *weight(0, k / inputs, k % inputs);
  if (k < second) return *weight(0, k - first, -1);
  return k < third ? *weight(1, (k - second) / width, (k - second) % width) : *weight(1, k - third, -1);
}

static void print_state(void) {
  print_number(loss);
  print_number(norm);
  for (int k = 0; k < shown.length; ++k) print_number(shown_weight(shown.values[k]));
}

static void *room(size_t count) { return aligned_alloc(64, (count + 8) / 8 * 8 * sizeof(double)); }

int main(int count, char **arguments) {
  if (count != 3) return 2;
  FILE *file = fopen(arguments[2], "rb");
  const double *sizes = read_array(file).values;
  inputs = sizes[0], width = sizes[1], outputs = sizes[2], samples = sizes[3], rate = sizes[4];
  Array *const arrays[] = {&x, &labels, &start1, &start2, &batches, &shown};
  for (int k = 0; k < 6; ++k) *arrays[k] = read_array(file);
  steps = batches.length / samples;
  make_room();
  return serve(atoi(arguments[1]), restart, call, print_state);
}
