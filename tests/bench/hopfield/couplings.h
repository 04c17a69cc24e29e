/* Couplings of P patterns of N signs in C. `PROGRAM FILE`; the arrays of the file are those of `instance.ts`. */
#include <stdint.h>
#include "peer.h"

static int N, P, stride;
static Array patterns;
static int16_t *J; /* [N rounded up to 16, stride] */

/* To be defined: the layout of the patterns, and the couplings that are made of it. */
static void arrange(void);
static void couple(void);

static void *room(size_t bytes) { return memset(aligned_alloc(64, (bytes + 63) / 64 * 64), 0, bytes); }

/* Fields of the first pattern. */
static void print_fields(void) {
  for (int i = 0; i < N; ++i) {
    int32_t sum = 0;
    for (int j = 0; j < N; ++j) sum += J[(size_t)i * stride + j] * (int)patterns.values[j];
    print_number(sum);
  }
}

int main(int count, char **arguments) {
  if (count != 2) return 2;
  FILE *file = fopen(arguments[1], "rb");
  const double *sizes = read_array(file).values;
  N = sizes[0], P = sizes[1], stride = (N + 15) / 16 * 16 + 16;
  read_array(file);
  patterns = read_array(file);
  J = room(sizeof *J * stride * stride);
  arrange();
  return serve(1, nothing, couple, print_fields);
}
