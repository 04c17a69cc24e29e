/*
 * AMP for the spiked matrix-tensor model and its state evolution in plain C: state in f64, noise in f32, equations in the
 * kernels' headers. `spiked-matrix-tensor amp|evolution CHECKED FILE`.
 */
#include "step/vector.h"

static double delta2, delta3, t, overlap;

static double square(double value) { return value * value; }

/* f' and f'' of the model */
static double f_prime(double q) { return q / delta2 + q * q / delta3; }
static double f_second(double q) { return 1 / delta2 + 2 * q / delta3; }

/* AMP */

static double sigma, change, *xhat, *xprev, *B;

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
  const double c2 = 2 / sqrt(2 * N * delta2);
  noise_at(3 / (N * sqrt(3 * delta3)), xhat, B);
  for (int i = 0; i < N; ++i) {
    float sum = 0;
    for (int j = 0; j < N; ++j) sum += matrix[i * N + j] * single_x[j];
    B[i] += c2 * sum;
  }
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
  xhat = zeros(N);
  xprev = zeros(N);
  B = zeros(N);
  const int checked = atoi(arguments[2]);
  if (strcmp(arguments[1], "evolution")) return serve(checked, amp_restart, amp_call, amp_print);
  return serve(checked, evolution_restart, evolution_call, evolution_print);
}
