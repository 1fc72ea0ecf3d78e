import dayjs from 'dayjs';
import customParseFormat from 'dayjs/plugin/customParseFormat.js';
import 'dayjs/locale/id.js';
import { currentLanguage } from './i18n.ts';

dayjs.extend(customParseFormat);

/** `2026-03-02` as people read it: 2 Mar 2026. */
export const showDay = (day: string): string => dayjs(day).locale(currentLanguage()).format('D MMM YYYY');

/** A moment in the workstation's own time; Indonesian writes the hour with a full stop. */
export const showMoment = (instant: string): string =>
  dayjs(instant)
    .locale(currentLanguage())
    .format(currentLanguage() === 'id' ? 'D MMM YYYY, HH.mm' : 'D MMM YYYY, HH:mm');

/** `09:40` as the register's reader writes it, like the hours of `showMoment`. */
export const showTime = (time: string): string => (currentLanguage() === 'id' ? time.replace(':', '.') : time);

/** Today as `2026-03-02`, moved by so many days. */
export const dayFromToday = (days: number): string => dayjs().add(days, 'day').format('YYYY-MM-DD');
