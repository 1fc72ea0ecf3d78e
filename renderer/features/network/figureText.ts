import { currentLanguage } from '../../lib/i18n.ts';

const locale = (): string => (currentLanguage() === 'en' ? 'en-GB' : 'id-ID');

export const percent = (share: number): string =>
  new Intl.NumberFormat(locale(), { style: 'percent', maximumFractionDigits: 1 }).format(share);

export const decimals = (value: number): string =>
  new Intl.NumberFormat(locale(), { maximumFractionDigits: 3 }).format(value);

/** 1 for the largest; equal figures share the better rank. */
export const rankOf = (value: number, all: readonly number[]): number =>
  1 + all.filter((other) => other > value + 1e-9).length;
