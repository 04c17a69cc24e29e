/**
 * The tensor-annealing protocol: a dynamics that trusts the tensor little at first, and in the end as much as it should.
 *
 *   Δ₃ᵉᶠᶠ(t) = Δ₃ + C for t ≤ 1,   Δ₃ + C e^(−t/τ) for t > 1                                    (1)
 *
 * The data keep their noise Δ₃; only the Hamiltonian that is descended weighs the tensor by 1/Δ₃ᵉᶠᶠ instead of 1/Δ₃, so
 * its noise has the amplitude √Δ₃/Δ₃ᵉᶠᶠ and its signal 1/Δ₃ᵉᶠᶠ. C = 0 is no protocol. t is in units of the model's time.
 *
 * Source: Sarao Mannelli, Biroli, Cammarota, Krzakala, Urbani, Zdeborová, Phys. Rev. X 10 (2020) 011057.
 */

/** Equation (1): the noise that the Hamiltonian assumes at time t, for a tensor of noise `delta` and any order. */
export function annealed(delta: f64, C: f64, tau: f64, t: f64): f64 {
  return delta + (t <= 1 ? C : C * Math.exp(-t / tau));
}
