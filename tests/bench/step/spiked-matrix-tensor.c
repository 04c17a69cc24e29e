/*
 * AMP for the spiked matrix-tensor model, its state evolution and gradient flow in plain C: state in f64, noise in f32,
 * equations in the kernels' headers. `spiked-matrix-tensor amp|evolution|flow CHECKED FILE`.
 */
#include "step/vector.h"

static double delta2, delta3, t, overlap;

static double square(double value) { return value * value; }

/* f' and f'' of the model */
static double f_prime(double q) { return q / delta2 + q * q / delta3; }
static double f_second(double q) { return 1 / delta2 + 2 * q / delta3; }

/* out = 2/sqrt(2 N delta2) W2 x, after noise_at of the same x */
static void matrix_at(double *out) {
  const double c2 = 2 / sqrt(2 * N * delta2);
  for (int i = 0; i < N; ++i) {
    float sum = 0;
    for (int j = 0; j < N; ++j) sum += matrix[i * N + j] * single_x[j];
    out[i] = c2 * sum;
  }
}

/* AMP */

static double sigma, change, *xhat, *xprev, *B, *square_force;

static void amp_measure(void) {
  overlap = dot(xhat, star.values) / N;
  double sum = 0;
  for (int i = 0; i < N; ++i) sum += square(xhat[i] - xprev[i]);
  change = sqrt(sum / N);
}

static void amp_restart(void) {
  copy(start.values, xhat);
  scale(xprev, 0);
  sigma = t = 0;
  amp_measure();
}

static void amp_call(void) {
  noise_at(3 / (N * sqrt(3 * delta3)), xhat, B);
  matrix_at(square_force);
  add_scaled(B, 1, square_force);
  add_scaled(B, f_prime(overlap), star.values);
  add_scaled(B, -sigma * f_second(dot(xhat, xprev) / N), xprev);
  sigma = 2 / (1 + sqrt(1 + 4 * dot(B, B) / N));
  copy(xhat, xprev);
  copy(B, xhat);
  scale(xhat, sigma);
  t += 1;
  amp_measure();
}

static void amp_print(void) {
  print_numbers((double[]){t, overlap, dot(xhat, xhat) / N, change}, 4);
  print_numbers(xhat, N);
}

/* Gradient flow */

static double energy, mu, norm, positions[3], *x, *cube_force, *force;

static void flow_pull(void) {
  copy(cube_force, force);
  add_scaled(force, 1, square_force);
  add_scaled(force, f_prime(overlap), star.values);
  mu = dot(force, x) / N;
  add_scaled(force, -mu, x);
}

static void flow_measure(void) {
  noise_at(3 / (N * sqrt(3 * delta3)), x, cube_force);
  matrix_at(square_force);
  overlap = dot(x, star.values) / N;
  const double signal = square(overlap) / (2 * delta2) + square(overlap) * overlap / (3 * delta3);
  energy = -dot(x, square_force) / (2 * N) - dot(x, cube_force) / (3 * N) - signal;
  flow_pull();
  norm = sqrt(dot(force, force) / N);
  const double a = dot(x, e1.values), b = dot(x, e2.values);
  const double length = sqrt(a * a + b * b), radius = sqrt(1 - overlap * overlap);
  positions[0] = radius * a / length;
  positions[1] = radius * b / length;
  positions[2] = overlap;
}

static void flow_restart(void) {
  copy(start.values, x);
  t = 0;
  flow_measure();
}

static void flow_call(void) {
  const double dt = params.values[2];
  flow_pull();
  add_scaled(x, dt, force);
  scale(x, sqrt(N / dot(x, x)));
  t += dt;
  flow_measure();
}

static void flow_print(void) {
  print_numbers((double[]){t, overlap, energy, mu, norm}, 5);
  print_numbers(x, N);
  print_numbers(positions, 3);
}

/* State evolution */

static double free_energy, map[129];

static double next(double m) { return f_prime(m) / (1 + f_prime(m)); }

static void evolution_measure(void) {
  const double f = square(overlap) / (2 * delta2) + square(overlap) * overlap / (3 * delta3);
  free_energy = 0.5 * (log(1 - overlap) + overlap + f);
  for (int k = 0; k < 129; ++k) map[k] = next(k / 128.0);
}

static void evolution_restart(void) {
  overlap = start.values[0];
  t = 0;
  evolution_measure();
}

static void evolution_call(void) {
  overlap = next(overlap);
  t += 1;
  evolution_measure();
}

static void evolution_print(void) {
  print_numbers((double[]){t, overlap, free_energy}, 3);
  print_numbers(map, 129);
}

int main(int count, char **arguments) {
  if (count != 4) return 2;
  read_instance(arguments[3]);
  delta2 = params.values[0];
  delta3 = params.values[1];
  double **const vectors[] = {&xhat, &xprev, &B, &square_force, &x, &cube_force, &force};
  for (int k = 0; k < 7; ++k) *vectors[k] = zeros(N);
  const int checked = atoi(arguments[2]);
  if (!strcmp(arguments[1], "flow")) return serve(checked, flow_restart, flow_call, flow_print);
  if (strcmp(arguments[1], "evolution")) return serve(checked, amp_restart, amp_call, amp_print);
  return serve(checked, evolution_restart, evolution_call, evolution_print);
}
