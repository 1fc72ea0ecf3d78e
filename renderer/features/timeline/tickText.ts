import { dayMs } from '../../../shared/analysis/timeline.ts';
import { currentLanguage } from '../../lib/i18n.ts';

/** A tick in as many words as the range on the screen needs. @param range in milliseconds */
export function tickText(tick: Date, range: number): string {
  const locale = currentLanguage() === 'en' ? 'en-GB' : 'id-ID';
  const midnight = tick.getTime() % dayMs === 0;
  const look: Intl.DateTimeFormatOptions =
    range > 900 * dayMs
      ? { month: 'short', year: 'numeric' }
      : range > 4 * dayMs || midnight
        ? { day: 'numeric', month: 'short', year: '2-digit' }
        : { hour: '2-digit', minute: '2-digit' };
  return new Intl.DateTimeFormat(locale, { ...look, timeZone: 'UTC' }).format(tick);
}
