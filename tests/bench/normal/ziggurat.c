/*
 * Peer of the normal sampler: the same ziggurat over the same generator, so the same numbers. `ziggurat COUNT CHECKED`
 * fills an array of COUNT numbers a call and shows the first CHECKED.
 */
#include "../peer.h"
#include "ziggurat.h"

static double *out;
static int size, checked;

static void call(void) {
  for (int k = 0; k < size; ++k) out[k] = normal();
}

static void print_result(void) {
  for (int k = 0; k < checked; ++k) print_number(out[k]);
}

int main(int count, char **arguments) {
  if (count != 3) return 2;
  size = atoi(arguments[1]);
  checked = atoi(arguments[2]);
  out = malloc(sizeof(double) * size);
  prepare(1, 0);
  return serve(1, nothing, call, print_result);
}
