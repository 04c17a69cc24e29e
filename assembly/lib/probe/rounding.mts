/** What n roundings of f32 can do to a sum, relative to the sum of absolute terms: n u / (1 - n u), u = 2^-24. */
export const gamma = (n: number): number => (n * 2 ** -24) / (1 - n * 2 ** -24);
