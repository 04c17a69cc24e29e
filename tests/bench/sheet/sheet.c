/*
 * Peer of the Brownian sheet: the same increments, summed and turned in plain loops. `sheet N PACE ROWS STEPS` shows the
 * first rows after so many steps.
 */
#include "../peer.h"
#include "../normal/ziggurat.h"

typedef struct {
  int rows;
  float *values;
  double *front;
} Sheet;

static int n, shown;
static double pace, phase;
static Sheet from, to, upcoming;
static float *W;

static Sheet new_sheet(void) {
  return (Sheet){0, malloc(sizeof(float) * (size_t)n * n), calloc((size_t)n, sizeof(double))};
}

static void draw_rows(Sheet *sheet, int until) {
  const double scale = 1.0 / n;
  for (; sheet->rows < until; ++sheet->rows) {
    float *const row = sheet->values + (size_t)sheet->rows * n;
    double sum = 0;
    for (int j = 0; j < n; ++j) {
      sum += scale * normal();
      sheet->front[j] += sum;
      row[j] = (float)sheet->front[j];
    }
  }
}

static void call(void) {
  phase += pace;
  if (phase >= 1) {
    phase -= 1;
    draw_rows(&upcoming, n);
    const Sheet gone = from;
    from = to;
    to = upcoming;
    upcoming = gone;
    upcoming.rows = 0;
    memset(upcoming.front, 0, sizeof(double) * (size_t)n);
  }
  draw_rows(&upcoming, (int)ceil(phase * n));
  const double angle = 0.5 * M_PI * phase;
  const float a = (float)cos(angle), b = (float)sin(angle);
  const float *restrict x = from.values, *restrict y = to.values;
  float *restrict out = W;
  for (int k = 0; k < n * n; ++k) out[k] = a * x[k] + b * y[k];
}

static void print_result(void) {
  for (int k = 0; k < shown * n; ++k) print_number(W[k]);
}

int main(int count, char **arguments) {
  if (count != 5) return 2;
  n = atoi(arguments[1]);
  pace = atof(arguments[2]);
  shown = atoi(arguments[3]);
  prepare(1, 10);
  from = new_sheet();
  to = new_sheet();
  upcoming = new_sheet();
  W = malloc(sizeof(float) * (size_t)n * n);
  draw_rows(&from, n);
  draw_rows(&to, n);
  return serve(atoi(arguments[4]), nothing, call, print_result);
}
