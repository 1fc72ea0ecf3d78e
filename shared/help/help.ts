import { z } from 'zod';
import { requiredText } from '../domain/basics.ts';
import glossaryJson from './glossary.json' with { type: 'json' };
import handbookJson from './handbook.json' with { type: 'json' };

const both = (most: number) => z.strictObject({ id: requiredText(most), en: requiredText(most) });
const paragraphs = z.array(requiredText(1500)).min(1).max(20);

/** A chapter of the handbook; also what F1 shows on the areas it names. Lines that begin with `- ` are points of a list. */
const chapterSchema = z.strictObject({
  id: z.string().regex(/^[a-z-]+$/),
  /** Areas of the program it explains. */
  areas: z.array(z.string()),
  title: both(80),
  body: z.strictObject({ id: paragraphs, en: paragraphs }),
  /** Chapters to read on. */
  related: z.array(z.string()),
  keys: z.array(z.strictObject({ keys: z.string(), does: both(120) })),
});
export type Chapter = z.infer<typeof chapterSchema>;

/** A term of the field in both languages; `avoid` are words not to be used for it, `held` has the texts of the program held to it. */
const termSchema = z.strictObject({
  term: both(80),
  text: both(300),
  avoid: z.strictObject({ id: z.array(z.string()), en: z.array(z.string()) }).exactOptional(),
  held: z.boolean().exactOptional(),
});
export type Term = z.infer<typeof termSchema>;

export const handbook: readonly Chapter[] = z.array(chapterSchema).parse(handbookJson);
export const glossary: readonly Term[] = z.array(termSchema).parse(glossaryJson);

/** The chapter that explains an area; the first day where none does. */
export const chapterOf = (area: string): Chapter | undefined =>
  handbook.find(({ areas }) => areas.includes(area)) ?? handbook[0];

const folded = (text: string): string => text.normalize('NFKC').toLocaleLowerCase('id');

/** Where any of several texts has the words that were typed; all of them, each somewhere. */
export function hasWords(texts: readonly string[], typed: string): boolean {
  const whole = folded(texts.join('\n'));
  return folded(typed)
    .split(/\s+/)
    .every((word) => whole.includes(word));
}

/** Chapters that have all the words, those with one in their title first. */
export function findChapters(language: 'id' | 'en', typed: string): readonly Chapter[] {
  if (typed.trim() === '') return handbook;
  const found = handbook.filter(({ title, body }) => hasWords([title[language], ...body[language]], typed));
  const inTitle = ({ title }: Chapter): number => (hasWords([title[language]], typed) ? 0 : 1);
  return found.toSorted((a, b) => inTitle(a) - inTitle(b));
}

/** Terms whose name or meaning has all the words, in either language, in the order of the language shown. */
export const findTerms = (language: 'id' | 'en', typed: string): readonly Term[] =>
  glossary
    .filter(({ term, text }) => hasWords([term.id, term.en, text[language]], typed))
    .toSorted((a, b) => a.term[language].localeCompare(b.term[language], language));
