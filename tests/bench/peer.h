/*
 * What every peer in C does: read arrays from a file, print the result of the first calls, then time calls. Each line of
 * the input is a number of calls; the answer is their time in milliseconds, after a start and one call that does not
 * count.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

typedef struct {
  int length;
  double *values;
} Array;

/* The next array of the file, behind its length. */
static inline Array read_array(FILE *file) {
  double length = 0;
  if (fread(&length, sizeof length, 1, file) != 1) exit(1);
  Array array = {(int)length, malloc(sizeof(double) * ((size_t)length + 1))};
  if (fread(array.values, sizeof(double), (size_t)length, file) != (size_t)length) exit(1);
  return array;
}

static inline float *rounded(Array array) {
  float *values = malloc(sizeof(float) * ((size_t)array.length + 1));
  for (int k = 0; k < array.length; ++k) values[k] = (float)array.values[k];
  return values;
}

static inline void print_number(double value) { printf("%.17g ", value); }

static inline double milliseconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return now.tv_sec * 1e3 + now.tv_nsec * 1e-6;
}

static inline void nothing(void) {}

static inline int serve(int checked, void (*restart)(void), void (*call)(void), void (*print_result)(void)) {
  restart();
  for (int k = 0; k < checked; ++k) call();
  print_result();
  puts("");
  fflush(stdout);
  for (long calls; scanf("%ld", &calls) == 1;) {
    restart();
    call();
    double start = milliseconds();
    for (long k = 0; k < calls; ++k) call();
    printf("%.9g\n", milliseconds() - start);
    fflush(stdout);
  }
  return 0;
}
