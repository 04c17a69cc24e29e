/*
 * In tiles of four outputs or inputs by four samples, which stay in registers, as `assembly/lib/dense-layer` and
 * `dense-descent` have them. Inputs, hidden units and samples are multiples of four.
 */
#include "network/network.h"

typedef double Four __attribute__((vector_size(32)));
typedef long long Mask __attribute__((vector_size(32)));

/* Weights [panels, 1 + inputs, 4]: four outputs are a panel, whose first row is their biases. */
typedef struct {
  int inputs, panels;
  double *w;
} Layer;

static Layer layers[2];
static Four *x4, *a, *z, *delta1, *delta2; /* [samples/4, numbers]: four samples side by side */

static Layer layer(int from, int to) {
  const int panels = (to + 3) / 4, size = 4 * panels * (1 + from);
  Layer made = {from, panels, room(size)};
  memset(made.w, 0, sizeof *made.w * size);
  return made;
}

static void make_room(void) {
  layers[0] = layer(inputs, width);
  layers[1] = layer(width, outputs);
  x4 = room(samples * inputs);
  a = room(samples * width), delta1 = room(samples * width);
  z = room(samples * 4 * layers[1].panels), delta2 = room(samples * 4 * layers[1].panels);
  memset(delta2, 0, sizeof(double) * samples * 4 * layers[1].panels);
}

static double *weight(int k, int o, int i) {
  return layers[k].w + 4 * (o / 4 * (1 + layers[k].inputs) + 1 + i) + o % 4;
}

static void forward(Layer layer, const Four *in, Four *out) {
  for (int b = 0; b < samples / 4; ++b, in += layer.inputs)
    for (int p = 0; p < layer.panels; ++p, out += 4) {
      const double *w = layer.w + 4 * p * (1 + layer.inputs);
      Four y[4];
      for (int o = 0; o < 4; ++o) y[o] = w[o] + (Four){0};
      for (int i = 0; i < layer.inputs; ++i)
        for (int o = 0; o < 4; ++o) y[o] += w[4 * (i + 1) + o] * in[i];
      for (int o = 0; o < 4; ++o) out[o] = y[o];
    }
}

static void backward(Layer layer, const Four *delta, Four *out) {
  for (int b = 0; b < samples / 4; ++b, delta += 4 * layer.panels)
    for (int i = 0; i < layer.inputs; i += 4, out += 4) {
      Four g[4] = {{0}};
      for (int p = 0; p < layer.panels; ++p) {
        const double *w = layer.w + 4 * (p * (1 + layer.inputs) + 1 + i);
        for (int o = 0; o < 4; ++o)
          for (int k = 0; k < 4; ++k) g[k] += w[4 * k + o] * delta[4 * p + o];
      }
      for (int k = 0; k < 4; ++k) out[k] = g[k];
    }
}

static double across(Four v) { return v[0] + v[1] + (v[2] + v[3]); }

/* w <- w - rate g for the four weights at w; returns the square of g. */
static double move(double *w, const Four *g) {
  double square = 0;
  for (int o = 0; o < 4; ++o) {
    const double sum = across(g[o]);
    w[o] -= rate / samples * sum;
    square += sum * sum;
  }
  return square;
}

static double descend(Layer layer, const Four *in, const Four *delta) {
  const int n = layer.inputs, m = 4 * layer.panels;
  double square = 0, *w = layer.w;
  for (int p = 0; p < layer.panels; ++p) {
    Four c[4] = {{0}};
    for (int b = 0; b < samples / 4; ++b)
      for (int o = 0; o < 4; ++o) c[o] += delta[b * m + 4 * p + o];
    square += move(w, c);
    w += 4;
    for (int i = 0; i < n; i += 2, w += 8) {
      Four g[8] = {{0}};
      for (int b = 0; b < samples / 4; ++b)
        for (int o = 0; o < 4; ++o) {
          const Four d = delta[b * m + 4 * p + o];
          g[o] += d * in[b * n + i];
          g[4 + o] += d * in[b * n + i + 1];
        }
      square += move(w, g) + move(w + 4, g + 4);
    }
  }
  return square;
}

static void follow(void) {
  for (int m = 0; m < samples; ++m)
    for (int i = 0; i < inputs; ++i) x4[m / 4 * inputs + i][m % 4] = input(m)[i];
  forward(layers[0], x4, a);
  for (int k = 0; k < samples / 4 * width; ++k) a[k] = (Four)((Mask)a[k] & (a[k] > 0));
  forward(layers[1], a, z);
  loss = 0;
  for (int m = 0; m < samples; ++m) {
    const int first = m / 4 * 4 * layers[1].panels;
    double out[outputs];
    for (int c = 0; c < outputs; ++c) out[c] = z[first + c][m % 4];
    loss += cross_entropy(out, labels.values[drawn(m)]) / samples;
    for (int c = 0; c < outputs; ++c) delta2[first + c][m % 4] = out[c];
  }
  backward(layers[1], delta2, delta1);
  for (int k = 0; k < samples / 4 * width; ++k) delta1[k] = (Four)((Mask)delta1[k] & (a[k] > 0));
  norm = sqrt(descend(layers[0], x4, delta1) + descend(layers[1], a, delta2)) / samples;
}
