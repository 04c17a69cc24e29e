/*
 * How fast memory is read: a call adds up the next BYTES of an array of TOTAL bytes, and begins again at its end.
 * `stream BYTES TOTAL`.
 */
#include <stdint.h>
#ifdef __linux__
#include <sys/mman.h>
#endif
#include "peer.h"

enum { page = 1 << 21 };

static uint64_t *array;
static size_t length, window, first;
static volatile uint64_t sum;

static void call(void) {
  uint64_t s = 0;
  for (size_t k = first; k < first + window; ++k) s += array[k];
  sum = s;
  first += window;
  if (first + window > length) first = 0;
}

/* Large pages, so that the translation of addresses costs nothing. */
static void *allocate(size_t bytes) {
  const size_t whole = (bytes + page - 1) / page * page;
  void *memory = aligned_alloc(page, whole);
#ifdef __linux__
  madvise(memory, whole, MADV_HUGEPAGE);
#endif
  return memory;
}

int main(int count, char **arguments) {
  if (count != 3) return 2;
  window = strtoull(arguments[1], 0, 10) / sizeof *array;
  length = strtoull(arguments[2], 0, 10) / sizeof *array;
  array = allocate(length * sizeof *array);
  for (size_t k = 0; k < length; ++k) array[k] = k;
  return serve(0, nothing, call, nothing);
}
