/** Keeps labels apart: each wants a place on a line, none may cover another, all stay between two ends. */

export interface Spreadable {
  /** Wanted centre, px. */
  want: number;
  /** Size along the line, px. */
  size: number;
  /** The stretch that it takes across the line: two labels can only collide where these overlap. */
  from: number;
  to: number;
  /** The centre that it gets, px; NaN until it has one. */
  at: number;
}

/**
 * A label that has a place overtakes another only when it wants to be this much farther, px: noise does not make labels
 * dance.
 */
const reluctance = 6;

/** Centres of the arrangement that only pushes on; reused by every call. */
const onward: number[] = [];

/**
 * Sets `at` of all `items` such that labels which overlap across the line do not overlap along it. Two arrangements
 * keep all distances: one only pushes on, one only pushes back; so does their mean, and it favours neither side. Then
 * all are kept between `low` and `high`; where there is no room for all, the first ones may stand out at `low`.
 * `items` is sorted in place and so remembers its order.
 */
export function spread(items: Spreadable[], low: number, high: number): void {
  sort(items);
  const n = items.length;
  for (let j = 0; j < n; j++) settle(items, j, -1, Number.NEGATIVE_INFINITY, true);
  for (let j = 0; j < n; j++) onward[j] = (items[j] as Spreadable).at;
  for (let j = n - 1; j >= 0; j--) settle(items, j, 1, Number.POSITIVE_INFINITY, true);
  for (let j = 0; j < n; j++) {
    const item = items[j] as Spreadable;
    item.at = (item.at + (onward[j] as number)) / 2;
  }
  for (let j = 0; j < n; j++) settle(items, j, -1, low, false);
  for (let j = n - 1; j >= 0; j--) settle(items, j, 1, high, false);
}

/**
 * Moves item `j` away from its settled neighbours, those before it (`side` = -1) or behind it (+1), and from `end`.
 * It starts from its wish or from where it is.
 */
function settle(items: Spreadable[], j: number, side: -1 | 1, end: number, fromWish: boolean): void {
  const item = items[j] as Spreadable;
  let at = fromWish ? item.want : item.at;
  const away = side < 0 ? Math.max : Math.min;
  at = away(at, end - (side * item.size) / 2);
  for (let i = j + side; i >= 0 && i < items.length; i += side) {
    const other = items[i] as Spreadable;
    if (item.from >= other.to || other.from >= item.to) continue;
    at = away(at, other.at - (side * (item.size + other.size)) / 2);
  }
  item.at = at;
}

/** Insertion sort by wish: the order of the last call is nearly the order of this one. */
function sort(items: Spreadable[]): void {
  for (let j = 1; j < items.length; j++) {
    for (let i = j; i > 0; i--) {
      const before = items[i - 1] as Spreadable;
      const behind = items[i] as Spreadable;
      const patience = Number.isNaN(before.at + behind.at) ? 0 : reluctance;
      if (before.want <= behind.want + patience) break;
      items[i - 1] = behind;
      items[i] = before;
    }
  }
}
