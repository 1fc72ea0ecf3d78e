/** Stands where a word was taken out of a text. */
const gap = '[…]';

const quoted = (word: string): string => word.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(/\s+/g, '\\s+');

/** Words that must not get out, found as whole words in whatever case. */
export interface ProtectedWords {
  isIn(text: string): boolean;
  /** The text without them, and how many stood in it. */
  takenOutOf(text: string): { readonly text: string; readonly count: number };
}

/**
 * @param words names and pseudonyms
 * @param isNumber finds numbers of reports; those in `shown` are not protected
 */
export function protectedWords(
  words: Iterable<string>,
  { pattern, shown }: { readonly pattern: string; readonly shown: ReadonlySet<string> },
): ProtectedWords {
  const alternatives = [...new Set(words)]
    .filter((word) => word.trim().length > 1)
    .sort((a, b) => b.length - a.length)
    .map(quoted);
  const finder = new RegExp(`(?<![\\p{L}\\p{N}])(?:${[...alternatives, pattern].join('|')})(?![\\p{L}\\p{N}])`, 'giu');
  const isShown = (found: string): boolean => shown.has(found.toUpperCase());
  return {
    isIn: (text) => [...text.normalize('NFC').matchAll(finder)].some(([found]) => !isShown(found)),
    takenOutOf(text) {
      let count = 0;
      const left = text.normalize('NFC').replaceAll(finder, (found) => {
        if (isShown(found)) return found;
        count += 1;
        return gap;
      });
      return { text: count === 0 ? text : left, count };
    },
  };
}

/** What numbers by a template of the settings look like, as a regular expression. */
export const numberPattern = (template: string): string =>
  template
    .split(/(\{n\}|\{roman\}|\{year\})/)
    .map((part) =>
      part === '{n}' ? '\\d+' : part === '{roman}' ? '[IVXLCDM]+' : part === '{year}' ? '\\d{4}' : quoted(part),
    )
    .join('');
