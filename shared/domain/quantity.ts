/** How much of something, in one unit: `g` for every weight, `l` for every volume, `pcs` for pieces. */
export interface Quantity {
  readonly amount: number;
  /** As the register writes it, in small letters, where it is none of the known ones; empty when it gives none. */
  readonly unit: string;
}

/** Factor to the unit that stands for all of its kind. */
const units: Readonly<Record<string, readonly [unit: string, factor: number]>> = {
  g: ['g', 1],
  gr: ['g', 1],
  gram: ['g', 1],
  grams: ['g', 1],
  mg: ['g', 0.001],
  kg: ['g', 1000],
  kilo: ['g', 1000],
  kilogram: ['g', 1000],
  ons: ['g', 100],
  l: ['l', 1],
  lt: ['l', 1],
  liter: ['l', 1],
  litre: ['l', 1],
  ml: ['l', 0.001],
  cc: ['l', 0.001],
  buah: ['pcs', 1],
  bh: ['pcs', 1],
  pcs: ['pcs', 1],
  pc: ['pcs', 1],
  unit: ['pcs', 1],
  biji: ['pcs', 1],
  piece: ['pcs', 1],
  pieces: ['pcs', 1],
};

const amountAndUnit = /^(\d[\d.,]*)\s*(?:\([^)]*\)\s*)?(\p{Letter}+)?\.?$/u;

/**
 * A quantity as Indonesian registers write it: `16,11`, `0.5 kg`, `1.250 gr`, `3 (tiga) buah`. A point before exactly three
 * digits parts thousands, a comma is the decimal one. Null when it is no single quantity.
 *
 * @param unit what another column or the heading says; the cell's own comes first
 */
export function parseQuantity(written: string, unit = ''): Quantity | null {
  const match = amountAndUnit.exec(written.trim());
  const amount = match === null ? null : decimal(match[1] ?? '');
  if (match === null || amount === null) return null;
  const named = (match[2] ?? unit).trim().toLowerCase().replace(/\.$/, '');
  const [known, factor] = units[named] ?? [named, 1];
  return { amount: Number((amount * factor).toPrecision(12)), unit: known };
}

const thousands = /^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/;
const englishThousands = /^\d{1,3}(?:,\d{3})+\.\d+$/;

function decimal(written: string): number | null {
  const plain = englishThousands.test(written)
    ? written.replaceAll(',', '')
    : thousands.test(written)
      ? written.replaceAll('.', '').replace(',', '.')
      : written.replace(',', '.');
  return /^\d+(?:\.\d+)?$/.test(plain) ? Number(plain) : null;
}

const clock = /^(?:(\d{1,2})[:.])?(\d{1,3})[:.](\d{2})$/;
const inWords =
  /^(?:(\d+)\s*(?:jam|h|hours?))?\s*(?:(\d+)\s*(?:menit|mnt|min|minutes?|['′]))?\s*(?:(\d+)\s*(?:detik|dtk|sec|seconds?|s|["″]))?$/i;
const bare = /^\d+(?:[.,]\d+)?$/;
const minutesUnit = /^(?:menit|mnt|min|minutes?)/i;

/**
 * How long a call took, in seconds: `307`, `05:07`, `1:05:07`, `5 menit 7 detik`; null when it cannot be told.
 *
 * @param unit of bare numbers, as another column or the heading says; seconds when nothing does
 */
export function parseDuration(written: string, unit = ''): number | null {
  const plain = written.trim();
  if (bare.test(plain)) {
    const value = Number(plain.replace(',', '.'));
    return Math.round(minutesUnit.test(unit) ? value * 60 : value);
  }
  const match = clock.exec(plain) ?? (plain === '' ? null : inWords.exec(plain));
  if (match === null) return null;
  const [hours, minutes, seconds] = [match[1], match[2], match[3]].map((part) => Number(part ?? 0));
  return (hours ?? 0) * 3600 + (minutes ?? 0) * 60 + (seconds ?? 0);
}

const unitsInHeadings =
  /\b(gram|gr|g|kg|mg|ons|ml|liter|l|pcs|buah|detik|seconds?|sec|menit|minutes?|min)\b(?=[^\p{Letter}]*$)/iu;

/** The unit a heading names: `Berat (gram)`, `Durasi (detik)`; empty when it names none. */
export const unitOfHeading = (heading: string): string => unitsInHeadings.exec(heading)?.[1]?.toLowerCase() ?? '';
