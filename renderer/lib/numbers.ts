import { currentLanguage } from './i18n.ts';

const locale = (): string => (currentLanguage() === 'en' ? 'en-GB' : 'id-ID');

export const showNumber = (value: number): string => new Intl.NumberFormat(locale()).format(value);

/** A mean in two figures, however small. */
export const showMean = (value: number): string =>
  new Intl.NumberFormat(locale(), { maximumSignificantDigits: 2 }).format(value);

export function showBytes(count: number): string {
  const units = ['B', 'kB', 'MB', 'GB'] as const;
  const step = count < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(count) / 3));
  const digits = new Intl.NumberFormat(locale(), { maximumFractionDigits: 1 });
  return `${digits.format(count / 1000 ** step)} ${units[step] ?? 'B'}`;
}

/** `45 dtk`, `2 mnt 5 dtk`. */
export function showDuration(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  const unit = (name: 'second' | 'minute', value: number): string =>
    new Intl.NumberFormat(locale(), { style: 'unit', unit: name, unitDisplay: 'short' }).format(value);
  const minutes = Math.floor(whole / 60);
  const parts = [
    minutes > 0 ? unit('minute', minutes) : '',
    whole % 60 > 0 || minutes === 0 ? unit('second', whole % 60) : '',
  ];
  return parts.filter((part) => part !== '').join(' ');
}
