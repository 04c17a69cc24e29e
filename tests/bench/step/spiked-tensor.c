/*
 * Gradient flow and averaged descent of the spiked tensor in plain C: state in f64, tensor in f32, equations in the
 * kernels' headers. `spiked-tensor flow|averaged CHECKED FILE`.
 */
#include "step/vector.h"

static double factor, r, *x, *own, *force, *positions;
static double t, overlap, energy, norm;

static void place(double m, double a, double b, double *out) {
  const double length = sqrt(a * a + b * b), radius = sqrt(1 - m * m);
  out[0] = radius * a / length;
  out[1] = radius * b / length;
  out[2] = m;
}

static void renormalise(void) { scale(x, sqrt(N / dot(x, x))); }

static void measure_point(void) {
  noise_at(factor, x, own);
  overlap = dot(x, star.values) / N;
  energy = -dot(x, own) / (3 * N) - r * overlap * overlap * overlap / 3;
}

/* Gradient flow */

static void flow_pull(void) {
  copy(own, force);
  add_scaled(force, r * overlap * overlap, star.values);
  add_scaled(force, -dot(force, x) / N, x);
}

static void flow_measure(void) {
  measure_point();
  flow_pull();
  norm = sqrt(dot(force, force) / N);
  place(overlap, dot(x, e1.values), dot(x, e2.values), positions);
}

static void flow_restart(void) {
  copy(start.values, x);
  t = 0;
  flow_measure();
}

static void flow_call(void) {
  const double dt = params.values[1];
  flow_pull();
  add_scaled(x, dt, force);
  renormalise();
  t += dt;
  flow_measure();
}

static void flow_print(void) {
  print_numbers((double[]){t, overlap, energy, norm}, 4);
  print_numbers(x, N);
  print_numbers(positions, 3);
}

/* Averaged descent */

static int R, averaging;
static double travelled, square_of_signal, *mean, *cross, *trace, *shadows;
static float *M;

static void draw_replicas(void) {
  for (int a = 0; a < R; ++a) {
    const double *u = directions.values + (size_t)a * N;
    add_scaled(mean, 1.0 / R, u);
    for (int i = 0; i < N; ++i)
      for (int j = 0; j < N; ++j) M[i * N + j] += u[i] * u[j] / R;
    shadows[3 * a] = dot(u, star.values) / N;
    shadows[3 * a + 1] = dot(u, e1.values);
    shadows[3 * a + 2] = dot(u, e2.values);
    square_of_signal += shadows[3 * a] * shadows[3 * a] / R;
  }
  noise_over(factor, M, trace);
}

static double spread(void) { return averaging ? params.values[2] : 0; }

static void combine(void) {
  const double s = spread();
  copy(own, force);
  scale(force, 1 - s);
  add_scaled(force, sqrt(s * (1 - s)), cross);
  add_scaled(force, s, trace);
}

static void averaged_pull(void) {
  const double s = spread(), product = overlap * dot(mean, star.values) / N;
  combine();
  const double square = (1 - s) * overlap * overlap + 2 * sqrt(s * (1 - s)) * product + s * square_of_signal;
  add_scaled(force, r * square, star.values);
}

static int has_settled(void) {
  const double total = dot(force, force), along = dot(force, x);
  return total - along * along / N < 0.02 * 0.02 * total || travelled >= 50;
}

static void averaged_measure(void) {
  measure_point();
  if (averaging) {
    for (int i = 0; i < N; ++i)
      for (int j = 0; j < N; ++j) M[i * N + j] = x[i] * mean[j] + mean[i] * x[j];
    noise_over(factor, M, cross);
  }
  combine();
  norm = sqrt(dot(force, force) / (1.5 * N + 3));
  const double a1 = dot(x, e1.values), a2 = dot(x, e2.values), inner = sqrt(1 - spread()), outer = sqrt(spread());
  place(overlap, a1, a2, positions);
  for (int a = 0; a < R; ++a) {
    const double *u = shadows + 3 * a;
    place(inner * overlap + outer * u[0], inner * a1 + outer * u[1], inner * a2 + outer * u[2], positions + 3 * a + 3);
  }
}

static void averaged_restart(void) {
  copy(start.values, x);
  averaging = 1;
  travelled = t = 0;
  averaged_measure();
}

static void averaged_call(void) {
  const double eta = params.values[1];
  averaged_pull();
  if (averaging && has_settled()) {
    averaging = 0;
    averaged_pull();
  }
  if (averaging) travelled += eta;
  add_scaled(x, eta * sqrt(N) / sqrt(dot(force, force)), force);
  renormalise();
  t += 1;
  averaged_measure();
}

static void averaged_print(void) {
  print_numbers((double[]){t, overlap, energy, norm, !averaging}, 5);
  print_numbers(x, N);
  print_numbers(positions, 3 * (R + 1));
}

int main(int count, char **arguments) {
  if (count != 4) return 2;
  read_instance(arguments[3]);
  factor = 3 / (N * sqrt(2));
  r = params.values[0];
  R = directions.length / N;
  double **const vectors[] = {&x, &own, &force, &mean, &cross, &trace};
  for (int k = 0; k < 6; ++k) *vectors[k] = zeros(N);
  positions = zeros(3 * (R + 1));
  shadows = zeros(3 * R);
  M = calloc((size_t)N * N, sizeof *M);
  draw_replicas();
  const int checked = atoi(arguments[2]);
  if (strcmp(arguments[1], "averaged")) return serve(checked, flow_restart, flow_call, flow_print);
  return serve(checked, averaged_restart, averaged_call, averaged_print);
}
