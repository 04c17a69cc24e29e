import { expect } from 'vitest';

/**
 * Expects two random numbers a and b, jointly normal of mean zero, to have the covariances ⟨aa⟩, ⟨ab⟩ and ⟨bb⟩ given,
 * from n pairs drawn. The tolerance is 5 sigma of the central limit theorem with Var(ab) = ⟨aa⟩⟨bb⟩ + ⟨ab⟩².
 */
export function expectCovariance(
  n: number,
  [aa, ab, bb]: [number, number, number],
  draw: () => [number, number],
): void {
  const sums = { aa: 0, ab: 0, bb: 0 };
  for (let sample = 0; sample < n; ++sample) {
    const [a, b] = draw();
    sums.aa += a * a;
    sums.ab += a * b;
    sums.bb += b * b;
  }
  expect(Math.abs(sums.aa / n - aa)).toBeLessThan(5 * aa * Math.sqrt(2 / n));
  expect(Math.abs(sums.ab / n - ab)).toBeLessThan(5 * Math.sqrt((aa * bb + ab ** 2) / n));
  expect(Math.abs(sums.bb / n - bb)).toBeLessThan(5 * bb * Math.sqrt(2 / n));
}
