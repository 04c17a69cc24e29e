/** The summit of a curve with one hill, by golden sections. */
import { Curve } from './curve';

const section: f64 = 0.5 * (Math.sqrt(5) - 1);

/**
 * x in [low, high] where the curve is highest, to 10⁻⁸ of high. The hill is flat to rounding there, so its height is known
 * to rounding.
 */
export function summit(curve: Curve, low: f64, high: f64): f64 {
  let left = high - section * (high - low), right = low + section * (high - low);
  let fLeft = curve.at(left), fRight = curve.at(right);
  const end = 1e-8 * Math.abs(high);
  while (high - low > end) {
    if (fLeft > fRight) {
      high = right;
      right = left;
      fRight = fLeft;
      left = high - section * (high - low);
      fLeft = curve.at(left);
    } else {
      low = left;
      left = right;
      fLeft = fRight;
      right = low + section * (high - low);
      fRight = curve.at(right);
    }
  }
  return 0.5 * (low + high);
}
