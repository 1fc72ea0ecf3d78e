import type { Mention } from './report.ts';

/**
 * Keeps marks on their words while the text around them is written on. What was changed is taken for one stretch between a
 * common beginning and a common end; a mark that the stretch touches inside is gone, as its words are.
 */
export function moveMentions(before: string, after: string, mentions: readonly Mention[]): Mention[] {
  if (before === after) return [...mentions];
  let start = 0;
  const shorter = Math.min(before.length, after.length);
  while (start < shorter && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < shorter - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1;
  const changedUntil = before.length - end;
  const shift = after.length - before.length;
  return mentions.flatMap(({ personId, from, to }) => {
    if (to <= start) return [{ personId, from, to }];
    if (from >= changedUntil) return [{ personId, from: from + shift, to: to + shift }];
    return [];
  });
}

/** Marks these letters as a person; marks that overlap give way. Blanks at both ends are left out. */
export function markMention(
  text: string,
  mentions: readonly Mention[],
  { personId, from, to }: Mention,
): readonly Mention[] {
  const words = text.slice(from, to);
  const begin = from + (words.length - words.trimStart().length);
  const finish = begin + words.trim().length;
  if (begin >= finish) return mentions;
  const others = mentions.filter((mention) => mention.to <= begin || mention.from >= finish);
  return [...others, { personId, from: begin, to: finish }].sort((a, b) => a.from - b.from);
}

/** A text in pieces, each with the person it is marked as, or nobody. */
export function piecesOf(
  text: string,
  mentions: readonly Mention[],
): readonly { readonly text: string; readonly personId: string | null }[] {
  const pieces: { text: string; personId: string | null }[] = [];
  let at = 0;
  for (const { personId, from, to } of [...mentions].sort((a, b) => a.from - b.from)) {
    if (from < at) continue;
    if (from > at) pieces.push({ text: text.slice(at, from), personId: null });
    pieces.push({ text: text.slice(from, to), personId });
    at = to;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), personId: null });
  return pieces;
}
