import { bareTokens, nameTokens } from './person-name.ts';

/** What registers write where no name is known, folded to letters and single spaces. */
const placeholders = new Set([
  'sda',
  's d a',
  'idem',
  'dito',
  'nn',
  'n n',
  'na',
  'n a',
  'anonim',
  'nihil',
  'kosong',
  'unknown',
  'none',
  'null',
  'tanpa nama',
  'tidak ada',
  'tdk ada',
  'tidak diketahui',
  'tdk diketahui',
  'tidak tahu',
]);
/** Who somebody is to an inmate, but not who it is. */
const relations = new Set(
  'istri suami anak ibu ayah bapak bpk kakak adik saudara keluarga orang tua mertua menantu ipar teman pacar'.split(
    ' ',
  ),
);
/** Degrees without their full stops; with them they are told apart by the full stop. */
const degrees = new Set(
  'sh se st sp mm mh ma msi mpd mkn mkom mhum mkes mba msc bsc phd spd spdi skom skm sag ssos ssi sip skep sked sstp stp amd amdkeb apt ners ns drs dra cht ctl'.split(
    ' ',
  ),
);
/** `Ani + 2 anak`: companions without names. */
const companions =
  /\s*(?:\+|&|\b(?:dan|bersama|beserta|serta)\b)\s*(?:\d+\s*(?:orang|org|anak|balita|bayi|dewasa)|(?:anak|bayi|balita|keluarga|rombongan))\s*$/i;
/** A spreadsheet's formula, or the error it ended in. */
const formula = /^(?:[=@]|[+-]\s*\w+\()|^#(?:N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!)/i;
const between = /[\n\r;/&+|]|\s(?:dan|and|serta|bersama|beserta)\s/iu;
const numbered = /(?:^|\s)\d{1,2}\s*[.)]\s*\p{Letter}{2}/gu;

export type NameFault = 'missing' | 'several' | 'unreadable';

/** A name without what is no part of it: leading numbers (`1. Siti`) and companions that are only counted. */
export const bareName = (written: string): string =>
  written
    .replace(companions, '')
    .replace(/^\s*\d{1,2}\s*[.)]\s*(?=\p{Letter})/u, '')
    .trim();

/**
 * Why a cell does not name one person, or null when it does. Two names in a cell would become one person who does not
 * exist, and `Istri` the same person for every inmate.
 */
export function nameFault(written: string): NameFault | null {
  if (formula.test(written.trim())) return 'unreadable';
  if ((written.match(numbered) ?? []).length > 1) return 'several';
  const name = bareName(written);
  if (!/\p{Letter}/u.test(name) || nameTokens(name).join('').length < 2) return 'missing';
  const words = bareTokens(name);
  const plain = words.join(' ');
  if (placeholders.has(plain) || /^(?:x+|\.+)$/.test(plain) || words.every((word) => relations.has(word)))
    return 'missing';
  return namesIn(name) > 1 ? 'several' : null;
}

/** How many parts of a cell can each be a name. */
function namesIn(name: string): number {
  const withoutRemarks = name.replace(/\([^)]*\)/g, ' ');
  const parts = withoutRemarks.split(between);
  if (parts.length > 1) return parts.filter(startsAName).length;
  // After a comma stands a degree more often than another person.
  return withoutRemarks.split(',').filter((part, index) => index === 0 || isNoDegree(part)).length;
}

const startsAName = (part: string): boolean => (bareTokens(part)[0]?.length ?? 0) > 1;

const isNoDegree = (part: string): boolean =>
  !part.includes('.') && startsAName(part) && bareTokens(part).some((word) => word.length > 2 && !degrees.has(word));
