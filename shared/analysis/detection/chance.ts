/** Natural logarithm of the gamma function (Lanczos, g = 7, n = 9; error below 1e-13 for x ≥ 1). */
const lanczos = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
];

export function logGamma(x: number): number {
  const shifted = x - 1;
  const base = shifted + 7.5;
  const sum = lanczos.reduce((total, part, place) => (place === 0 ? part : total + part / (shifted + place)), 0);
  return 0.5 * Math.log(2 * Math.PI) + (shifted + 0.5) * Math.log(base) - base + Math.log(sum);
}

const enough = 1e-12;

/** log10 of the chance that a Poisson count of a mean is at least so much. */
export function atLeastLog10(count: number, mean: number): number {
  if (count <= 0) return 0;
  if (mean <= 0) return Number.NEGATIVE_INFINITY;
  if (count <= mean) return Math.min(0, Math.log10(Math.max(enough, 1 - 10 ** atMostLog10(count - 1, mean))));
  const first = count * Math.log(mean) - mean - logGamma(count + 1);
  let [sum, term] = [1, 1];
  for (let next = count + 1; term > enough * sum; next += 1) {
    term *= mean / next;
    sum += term;
  }
  return (first + Math.log(sum)) / Math.LN10;
}

/** log10 of the chance that a Poisson count of a mean is at most so much. */
export function atMostLog10(count: number, mean: number): number {
  if (count < 0) return Number.NEGATIVE_INFINITY;
  const first = count * Math.log(mean) - mean - logGamma(count + 1);
  let [sum, term] = [1, 1];
  for (let before = count; before > 0 && term > enough * sum; before -= 1) {
    term *= before / mean;
    sum += term;
  }
  return Math.min(0, (first + Math.log(sum)) / Math.LN10);
}
