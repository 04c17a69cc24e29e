/*
 * Particles of two species in a periodic square, and lists of the pairs that are near: images, cells and lists as in
 * `assembly/lib/periodic-points`, `cell-grid`, `pair-list` and `neighbours`, which explain them, in plain C.
 */
#include <math.h>
#include "peer.h"

enum { LAYERS = 2 };
static const double skin = 0.3, cut = 2.5, sigma[] = {1, 0.8, 0.88};

static int N, NA, n, stride, cells, images, most;
static double L;
static double *r, *built, *shift; /* [N + most + 1, 2], the last is far away; [N, 2]; [most, 2] */
static int *owner, *cell;                          /* [most], [N + most] */

/* Points of one species by cell. */
typedef struct {
  int *start, *id;
  double *x, *y;
} Grid;
static Grid grids[2];

/* For each pair of species rows of i, how many j, and the j; an odd row ends with the point that is far away. */
typedef struct {
  int from, to, pair, length, *entries;
} List;
static List lists[4] = {{.pair = 0}, {.to = 1, .pair = 1}, {.from = 1, .pair = 1}, {.from = 1, .to = 1, .pair = 2}};

static int in_box(double x) { return (int)fmin(x / L * n, n - 1); }

static void add_image(int of, double sx, double sy, int step) {
  const int g = images++, i = of < N ? of : owner[of - N];
  owner[g] = i;
  shift[2 * g] = (of < N ? 0 : shift[2 * (of - N)]) + sx;
  shift[2 * g + 1] = (of < N ? 0 : shift[2 * (of - N) + 1]) + sy;
  cell[N + g] = cell[of] + step;
}

static void follow(void) {
  for (int g = 0; g < images; ++g)
    for (int k = 0; k < 2; ++k) r[2 * (N + g) + k] = r[2 * owner[g] + k] + shift[2 * g + k];
}

static void settle(void) {
  for (int i = 0; i < N; ++i) {
    for (int k = 0; k < 2; ++k) r[2 * i + k] -= L * floor(r[2 * i + k] / L);
    cell[i] = in_box(r[2 * i]) * stride + in_box(r[2 * i + 1]) + LAYERS;
  }
  images = 0;
  for (int i = 0; i < N; ++i) {
    const int c = in_box(r[2 * i + 1]);
    if (c < LAYERS) add_image(i, 0, L, n);
    if (c >= n - LAYERS) add_image(i, 0, -L, -n);
  }
  for (int i = 0, before = images; i < N + before; ++i)
    if (in_box(r[2 * (i < N ? i : owner[i - N])]) < LAYERS) add_image(i, L, 0, n * stride);
  follow();
}

static void sort(Grid *grid, int from, int to) {
  int *start = grid->start;
  memset(start, 0, sizeof *start * (cells + 1));
  for (int p = 0; p < N + images; ++p) {
    const int i = p < N ? p : owner[p - N];
    if (i >= from && i < to) ++start[cell[p]];
  }
  for (int c = 1; c <= cells; ++c) start[c] += start[c - 1];
  for (int p = N + images - 1; p >= 0; --p) {
    const int i = p < N ? p : owner[p - N];
    if (i < from || i >= to) continue;
    const int place = --start[cell[p]];
    grid->id[place] = p;
    grid->x[place] = r[2 * p];
    grid->y[place] = r[2 * p + 1];
  }
}

static int search(const Grid *to, double x, double y, double range2, int begin, int stop, int *out) {
  int found = 0;
  for (int p = begin; p < stop; ++p) {
    const double dx = x - to->x[p], dy = y - to->y[p];
    out[found] = to->id[p];
    found += dx * dx + dy * dy < range2;
  }
  return found;
}

static void build(List *list) {
  const Grid *from = &grids[list->from], *to = &grids[list->to];
  const double range = cut * sigma[list->pair] + skin, range2 = range * range;
  int *end = list->entries;
  for (int place = 0; place < from->start[cells]; ++place) {
    const int i = from->id[place];
    if (i >= N) continue;
    const double x = from->x[place], y = from->y[place];
    const int c = cell[i], own = list->from < list->to ? c : c + 1;
    int *row = end + 2;
    row += search(to, x, y, range2, from == to ? place + 1 : to->start[own], to->start[c + LAYERS + 1], row);
    for (int a = 1; a <= LAYERS; ++a) {
      const int middle = c + a * stride;
      row += search(to, x, y, range2, to->start[middle - LAYERS], to->start[middle + LAYERS + 1], row);
    }
    if ((row - end) & 1) *row++ = N + most;
    end[0] = i;
    end[1] = row - end - 2;
    end = row;
  }
  list->length = end - list->entries;
}

static void build_all(void) {
  settle();
  sort(&grids[0], 0, NA);
  sort(&grids[1], NA, N);
  for (int k = 0; k < 4; ++k) build(&lists[k]);
  memcpy(built, r, sizeof *r * 2 * N);
}

static int outdated(void) {
  int gone = 0;
  for (int i = 0; i < N; ++i) {
    const double dx = r[2 * i] - built[2 * i], dy = r[2 * i + 1] - built[2 * i + 1];
    gone |= dx * dx + dy * dy > skin * skin / 4;
  }
  return gone;
}

/* After the points have moved. */
static void keep_up(void) {
  if (outdated()) build_all();
  else follow();
}

static void *room(size_t count, size_t size) { return calloc(count + 2, size); }

static void make_room(void) {
  n = (int)(LAYERS * L / (cut + skin));
  stride = n + 2 * LAYERS;
  cells = stride * (n + LAYERS);
  most = 5 * N;
  r = room(2 * (N + most), sizeof(double));
  built = room(2 * N, sizeof(double));
  shift = room(2 * most, sizeof(double));
  r[2 * (N + most)] = r[2 * (N + most) + 1] = 1e9;
  owner = room(most, sizeof(int));
  cell = room(N + most, sizeof(int));
  for (int k = 0; k < 2; ++k)
    grids[k] = (Grid){room(cells, sizeof(int)), room(N + most, sizeof(int)), room(N + most, sizeof(double)),
                      room(N + most, sizeof(double))};
  for (int k = 0; k < 4; ++k) lists[k].entries = room(27 * N, sizeof(int));
}
