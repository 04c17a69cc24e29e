/**
 * Replica theory of the Hopfield model: up to how many patterns per spin, α, patterns are stored, from how many on the
 * features that they are made of are learned, and how well.
 *
 *   storage:   the spinodal of the pattern branch at α_D and T = 0                               (1)
 *   learning:  the spinodal of the feature branch at α_D and T = 0                               (2)
 *   published storage:  (1) without the overlap t with the pattern's mixture before the sign     (3)
 *   capacity:  that of the classic model, of independent patterns, at T                          (4)
 *   lines: α_D of (1) and (3) is 0.002 · 15000^(k/128), k = 0 … 128, and of (2) x α_c/(1 + x), x in equal ratios, from
 *   0.002 to 0.13
 *   branches: y of `models/hopfield-saddle` in equal ratios, from the spinodal to α = 0.001 or, of a feature, 30
 *
 * The saddle points and their source are in `models/hopfield-saddle` and `models/thermal-hopfield`, the branches in
 * `models/hopfield-branches`. Nothing is iterated: a state is explicit but for one root. Errors: heights to rounding,
 * overlaps at a spinodal, where they have a vertical tangent, to 10⁻⁷; replica symmetry, which near the spinodals networks
 * pass by a few per cent.
 */
import { Branch, ClassicBranch, FeatureBranch, PatternBranch, PublishedBranch } from '../../models/hopfield-branches';
import { glassEnergy } from '../../models/hopfield-saddle';

@unmanaged class Setup {}
@unmanaged class Params { alpha: f64; alphaD: f64; temperature: f64; }
@unmanaged class Observables {
  storage: f64; learning: f64; publishedStorage: f64;
  pattern: f64; feature: f64; classic: f64;
  capacity: f64; energy: f64; glassEnergy: f64;
}

const setup = changetype<Setup>(memory.data(8, 8)); // empty, at an address of its own
const params = changetype<Params>(memory.data(offsetof<Params>(), 8));
const obs = changetype<Observables>(memory.data(offsetof<Observables>(), 8));

const points: i32 = 129;
const least: f64 = 0.002; // α_D where the lines begin
const fewest: f64 = 0.001; // α where the branches of patterns end
const most: f64 = 30; // α where that of a feature ends

const cold = new ClassicBranch(); // the classic model at T = 0
const warm = new ClassicBranch(); // and at T
const pattern = new PatternBranch();
const published = new PublishedBranch();
const feature = new FeatureBranch();
let alphaD: f64 = NaN; // where `pattern`, `published` and `feature` are
let temperature: f64 = NaN; // where `warm` is
let lineDimensions!: StaticArray<f64>; // [3, 129] α_D along (1) to (3)
let lineLoads!: StaticArray<f64>; // [3, 129] α there
let loads!: StaticArray<f64>; // [3, 129] α along the branches: pattern, feature, classic
let overlaps!: StaticArray<f64>; // [3, 129] m there

/** Computes the lines: they know no disorder, so the seed changes nothing. */
export function init(_seed: u32): void {
  lineDimensions = new StaticArray<f64>(3 * points);
  lineLoads = new StaticArray<f64>(3 * points);
  loads = new StaticArray<f64>(3 * points);
  overlaps = new StaticArray<f64>(3 * points);
  cold.moveTo(0);
  const last = points - 1;
  const first = least / (cold.top - least), end = 0.13 / (cold.top - 0.13);
  for (let k = 0; k < points; ++k) {
    const part = <f64>k / <f64>last;
    const x = first * Math.pow(end / first, part);
    const dimensions = least * Math.pow(15000, part);
    const learned = (x * cold.top) / (1 + x);
    pattern.moveTo(dimensions);
    feature.moveTo(learned, cold);
    published.moveTo(dimensions);
    lineDimensions[k] = lineDimensions[2 * points + k] = dimensions;
    lineDimensions[points + k] = learned;
    lineLoads[k] = pattern.top;
    lineLoads[points + k] = 1 / feature.top;
    lineLoads[2 * points + k] = published.top;
  }
  measure();
}

/** The branches at the present α_D and T, and the states at the present α. */
export function step(): void {
  measure();
}

function measure(): void {
  if (alphaD != params.alphaD) {
    alphaD = params.alphaD;
    pattern.moveTo(alphaD);
    feature.moveTo(alphaD, cold);
    published.moveTo(alphaD);
    obs.storage = pattern.top;
    obs.learning = 1 / feature.top;
    obs.publishedStorage = published.top;
    follow(pattern, fewest, 0);
    follow(feature, 1 / most, 1);
    for (let k = points; k < 2 * points; ++k) loads[k] = 1 / loads[k];
  }
  if (temperature != params.temperature) {
    temperature = params.temperature;
    warm.moveTo(temperature);
    obs.capacity = isNaN(warm.top) ? 0 : warm.top;
    follow(warm, fewest, 2);
  }
  obs.pattern = pattern.overlap(params.alpha);
  obs.feature = feature.overlap(1 / params.alpha);
  obs.classic = warm.overlap(params.alpha);
  obs.energy = isNaN(cold.overlap(params.alpha)) ? NaN : cold.saddle.energy;
  obs.glassEnergy = glassEnergy(params.alpha);
}

/** Fills a row of `loads`, with heights, and `overlaps` from the spinodal to the height `end`; with NaN if it is lower. */
function follow(branch: Branch, end: f64, row: i32): void {
  const ratio = branch.find(end) / branch.start;
  for (let k = 0; k < points; ++k) {
    const height = branch.at(branch.start * Math.pow(ratio, <f64>k / <f64>(points - 1)));
    loads[row * points + k] = height;
    overlaps[row * points + k] = isNaN(height) ? NaN : branch.saddle.overlap;
  }
}

export function setupPtr(): usize { return changetype<usize>(setup); }
export function paramsPtr(): usize { return changetype<usize>(params); }
export function observablesPtr(): usize { return changetype<usize>(obs); }
export function fieldPtr(k: i32): usize {
  if (k == 0) return changetype<usize>(lineDimensions);
  if (k == 1) return changetype<usize>(lineLoads);
  if (k == 2) return changetype<usize>(loads);
  return changetype<usize>(overlaps);
}
