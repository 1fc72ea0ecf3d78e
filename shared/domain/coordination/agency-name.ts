import { requiredText } from '../basics.ts';

/** An agency as officers write it: there is no register of agencies to choose from, only names used before. */
export const agencyNameSchema = requiredText(200);

/** One agency is one however it was typed: `Polres  contoh` and `Polres Contoh`. */
export const agencyKey = (name: string): string => name.trim().replaceAll(/\s+/g, ' ').toLocaleLowerCase('id-ID');
