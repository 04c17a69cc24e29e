/**
 * Branches of states of the Hopfield model: the load at which a state of y = m/s exists, from the spinodal where the branch
 * ends towards larger y, that is, states farther from it.
 *
 *   pattern:   α(y) at α_D by `hopfield-saddle`; w is where α_D(y, w) is α_D, which falls from ∞ at w = 0;
 *              of the published one, g stands for w                                            (1)
 *   feature:   1/α(y) at α_D; 1/ρ is where α_D(y, ρ) is α_D, which falls from the classic α(y) at 1/ρ = 0       (2)
 *   classic:   α(y) at T by `thermal-hopfield`                                                  (3)
 *
 * Each has one summit, the spinodal, and falls to zero beyond it: (1) and (3) at y = ∞, (2) where the classic α(y) is α_D.
 * So features are learned for α_D below the classic capacity, and only there. 1/ρ is known down to 10⁻⁹, which is reached
 * where α_D is the capacity to nine digits.
 */
import { root } from '../lib/bracketed-root';
import { Curve } from '../lib/curve';
import { summit } from '../lib/golden-section';
import { classicSaddle, featureSaddle, patternSaddle, publishedEnd, publishedSaddle, Saddle } from './hopfield-saddle';
import { thermalSaddle } from './thermal-hopfield';

export abstract class Branch extends Curve {
  start: f64 = NaN; // y of the spinodal
  top: f64 = NaN; // the height there; NaN if there is no branch
  far: f64 = 64; // y beyond all states of interest: α is 1/8192 there

  /** `saddle` is the state last looked at. */
  constructor(readonly saddle: Saddle = new Saddle()) {
    super();
  }

  /** Looks for the spinodal between two y. */
  protected begin(low: f64, high: f64): void {
    this.start = summit(this, low, high);
    this.top = this.at(this.start);
  }

  protected vanish(): void {
    this.start = NaN;
    this.top = NaN;
  }

  /** y of the state of a height; NaN if there is none. */
  find(height: f64): f64 {
    return height <= this.top ? root(this, height, this.start, this.far) : NaN;
  }

  /** The overlap in the state of a height; NaN if there is none. */
  overlap(height: f64): f64 {
    const y = this.find(height);
    if (isNaN(y)) return NaN;
    this.at(y);
    return this.saddle.overlap;
  }
}

/** (1), as w (α_D(y, w) − α_D): nearly linear in w. */
class Mixing extends Curve {
  readonly saddle: Saddle = new Saddle();
  y: f64 = 0;
  alphaD: f64 = 0;

  /** A w beyond the root. */
  end(): f64 {
    return 0.6;
  }

  solve(w: f64): void {
    patternSaddle(this.y, w, this.saddle);
  }

  at(w: f64): f64 {
    this.solve(w);
    return w * (this.saddle.alphaD - this.alphaD);
  }
}

/** (1) without t: its w is g. */
class PublishedMixing extends Mixing {
  end(): f64 {
    return publishedEnd(this.y);
  }

  solve(g: f64): void {
    publishedSaddle(this.y, g, this.saddle);
  }
}

export class PatternBranch extends Branch {
  constructor(private readonly mixing: Mixing = new Mixing()) {
    super(mixing.saddle);
  }

  moveTo(alphaD: f64): void {
    this.mixing.alphaD = alphaD;
    this.begin(0.6, 3);
  }

  at(y: f64): f64 {
    this.mixing.y = y;
    this.mixing.solve(root(this.mixing, 0, 1e-9, this.mixing.end()));
    return this.saddle.alpha;
  }
}

export class PublishedBranch extends PatternBranch {
  constructor() {
    super(new PublishedMixing());
  }
}

/** (2). */
class Scarcity extends Curve {
  y: f64 = 0;

  constructor(readonly saddle: Saddle, public alphaD: f64 = 0) {
    super();
  }

  at(inverse: f64): f64 {
    featureSaddle(this.y, 1 / inverse, this.saddle);
    return this.saddle.alphaD - this.alphaD;
  }
}

export class FeatureBranch extends Branch {
  private readonly scarcity: Scarcity = new Scarcity(this.saddle);

  /** `classic` is the branch at T = 0. */
  moveTo(alphaD: f64, classic: ClassicBranch): void {
    this.vanish();
    if (alphaD >= classic.top) return;
    this.scarcity.alphaD = alphaD;
    this.far = classic.find(alphaD);
    this.begin(root(classic, alphaD, 0.1, classic.start), this.far);
  }

  at(y: f64): f64 {
    this.scarcity.y = y;
    this.scarcity.at(root(this.scarcity, 0, 1e-9, 1));
    return 1 / this.saddle.alpha;
  }
}

/** (3). */
export class ClassicBranch extends Branch {
  private temperature: f64 = 0;

  moveTo(temperature: f64): void {
    this.temperature = temperature;
    if (temperature < 1) this.begin(0.1, 3);
    else this.vanish();
  }

  at(y: f64): f64 {
    if (this.temperature > 0) thermalSaddle(this.temperature, y, this.saddle);
    else classicSaddle(y, this.saddle);
    return this.saddle.alpha;
  }
}
