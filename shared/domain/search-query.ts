import { withoutAccents } from './search-terms.ts';

/** What an officer typed into a search box: loose words, found forgivingly, and passages in quotes, found as they stand. */
export interface SearchQuery {
  readonly words: string;
  readonly exact: readonly string[];
}

const quoted = /["“”„]([^"“”„]*)["“”„]/g;
/** A number in groups, `0812-3456 7890` or `(021) 819 1234`, is one number; two numbers apart from each other are not. */
const groupedNumber = /[+(]*\d[\d\s().-]{4,}\d/g;

/** A quotation mark that is not closed yet is read as the beginning of loose words. */
export function parseSearch(text: string): SearchQuery {
  const exact = [...text.matchAll(quoted)].map(([, passage]) => exactText(passage ?? '')).filter((each) => each !== '');
  const words = text.replace(quoted, ' ').replace(groupedNumber, joined).trim();
  return { words, exact };
}

/** NIK has 16 digits and a phone number up to 15; more is several numbers. */
function joined(number: string): string {
  const digits = number.replace(/\D/g, '');
  return digits.length <= 16 ? digits : number;
}

/** Lower case, no accents, one space between words. */
export function exactText(text: string): string {
  return withoutAccents(text).toLowerCase().replace(/\s+/g, ' ').trim();
}

/** Whether a passage stands in a text as whole words; `text` as `exactText` gives it. */
export function holdsPassage(text: string, passage: string): boolean {
  for (let at = text.indexOf(passage); at !== -1; at = text.indexOf(passage, at + 1))
    if (!continues(text, at - 1, passage[0]) && !continues(text, at + passage.length, passage.at(-1))) return true;
  return false;
}

const inWord = /[\p{Letter}\p{Number}]/u;
const continues = (text: string, at: number, edge: string | undefined): boolean =>
  edge !== undefined && inWord.test(edge) && inWord.test(text[at] ?? ' ');
