/** A real function of one variable, for what looks for its roots and summits. */
export abstract class Curve {
  abstract at(x: f64): f64;
}
