/* Peer of the tensor: `plain gradient|contract FILE`. */
#include "peer.h"
#include "tensor/plain.h"

static int N;
static float *c, *x, *M, *out;

static void call_gradient(void) { gradient(N, c, x, out); }
static void call_contract(void) { contract(N, c, M, out); }
static void print_result(void) {
  for (int l = 0; l < N; ++l) print_number(out[l]);
}

int main(int count, char **arguments) {
  if (count != 3) return 2;
  FILE *file = fopen(arguments[2], "rb");
  Array vector = read_array(file);
  N = vector.length;
  x = rounded(vector);
  M = rounded(read_array(file));
  c = rounded(read_array(file));
  out = malloc(sizeof(float) * N);
  return serve(1, nothing, strcmp(arguments[1], "contract") ? call_gradient : call_contract, print_result);
}
