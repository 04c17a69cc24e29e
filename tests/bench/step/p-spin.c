/*
 * Projected descent of the spherical p-spin model, p = 3, in plain C: state in f64, tensor in f32.
 * `p-spin descent CHECKED FILE`.
 */
#include "step/vector.h"

static double t, energy, *x, *force;

static void look(void) {
  noise_at(3 / (N * sqrt(2)), x, force);
  const double along = dot(x, force) / N;
  energy = -along / 3;
  add_scaled(force, -along, x);
}

static void restart(void) {
  copy(start.values, x);
  t = 0;
  look();
}

static void call(void) {
  const double dt = params.values[1];
  add_scaled(x, dt, force);
  scale(x, sqrt(N / dot(x, x)));
  t += dt;
  look();
}

static void print_point(void) {
  print_numbers((double[]){t, energy}, 2);
  print_numbers(x, N);
}

int main(int count, char **arguments) {
  if (count != 4) return 2;
  read_instance(arguments[3]);
  x = zeros(N);
  force = zeros(N);
  return serve(atoi(arguments[2]), restart, call, print_point);
}
