/*
 * Molecular dynamics of the Kob-Andersen mixture in two dimensions at constant energy in C: velocity Verlet as in
 * `assembly/models/kob-andersen/newtonian`, but for the sum over pairs. `PROGRAM CHECKED FILE`; the file has N, N_A, L
 * and dt, then the places at the start and a step later.
 */
#include "particles/neighbours.h"

static const double epsilon[] = {1, 1.5, 0.5};
static double dt, energy, virial, square, kinetic;
static double *F, *v, *travel; /* [N + most + 1, 2], [N, 2], [N, 2] */
static Array now, later;

/* Adds the forces, the energy and the virial of the pairs of a list. */
static void sum(const List *list);

static void look(void) {
  keep_up();
  memset(F, 0, sizeof *F * 2 * (N + images));
  energy = virial = 0;
  for (int k = 0; k < 4; ++k) sum(&lists[k]);
  for (int g = 0; g < images; ++g)
    for (int k = 0; k < 2; ++k) F[2 * owner[g] + k] += F[2 * (N + g) + k];
}

static void measure(void) {
  square = kinetic = 0;
  for (int i = 0; i < 2 * NA; ++i) square += travel[i] * travel[i];
  for (int i = 0; i < 2 * N; ++i) kinetic += v[i] * v[i] / 2;
}

/* v from two places: later = now + dt v + dt² F/2. */
static void restart(void) {
  memcpy(r, now.values, sizeof *r * 2 * N);
  memset(travel, 0, sizeof *travel * 2 * N);
  build_all();
  look();
  for (int i = 0; i < 2 * N; ++i) {
    const double way = later.values[i] - now.values[i];
    v[i] = (way - L * round(way / L)) / dt - dt / 2 * F[i];
  }
}

static void call(void) {
  for (int i = 0; i < 2 * N; ++i) v[i] += dt / 2 * F[i];
  for (int i = 0; i < 2 * N; ++i) r[i] += dt * v[i], travel[i] += dt * v[i];
  look();
  for (int i = 0; i < 2 * N; ++i) v[i] += dt / 2 * F[i];
  measure();
}

static void print_state(void) {
  const double T = kinetic / (N - 1);
  print_number(energy / N);
  print_number(N / (L * L) * (T + virial / (2 * N)));
  print_number((energy + kinetic) / N);
  print_number(T);
  for (int i = 0; i < 2 * N; ++i) print_number(r[i] - L * floor(r[i] / L));
}

int main(int count, char **arguments) {
  if (count != 3) return 2;
  FILE *file = fopen(arguments[2], "rb");
  const double *sizes = read_array(file).values;
  N = sizes[0], NA = sizes[1], L = sizes[2], dt = sizes[3];
  now = read_array(file);
  later = read_array(file);
  make_room();
  F = room(2 * (N + most), sizeof(double));
  v = room(2 * N, sizeof(double));
  travel = room(2 * N, sizeof(double));
  return serve(atoi(arguments[1]), restart, call, print_state);
}
