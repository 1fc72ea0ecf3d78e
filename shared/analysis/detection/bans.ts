import { Comparison } from '../identity/duplicates.ts';
import { identityProfiles, type KnownIdentity } from '../identity/profiles.ts';
import type { VisitFacts } from '../registers.ts';
import { type Finding, leastScore } from './finding.ts';
import type { BannedPerson, Comings } from './registers-view.ts';

const dayLength = 86_400_000;
const dayNumber = (date: string): number => Date.parse(date) / dayLength;
/** How sure it is that a visitor the register itself calls by the banned person's record is that person. */
const recordedOdds = 3;
/**
 * How much likelier than in the registers at large a record that begins within the ban is the banned person's: there, relatives
 * are eight times as many as doubles (see the model's prior); here both are as likely.
 */
const beginsWithin = Math.log10(8);

/**
 * People who came or sent something while they were banned: under their own record, or under another one that is by the model
 * of identity likely theirs. The odds of that model are against strangers and relatives both, out of everybody compared; a record that
 * begins within the ban weighs more.
 */
export function findBanEvasion(
  bans: readonly BannedPerson[],
  comings: Comings,
  people: readonly KnownIdentity[],
  visits: VisitFacts,
): Finding[] {
  if (bans.length === 0) return [];
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const banned = new Set(bans.map(({ personId }) => personId));
  const numbers = new Map(comings.people.map((id, number) => [id, number]));
  const compared = people.filter(({ id }) => banned.has(id) || comings.byWho.has(numbers.get(id) ?? -1));
  const comparison = new Comparison(identityProfiles(compared, visits));
  return bans.flatMap(({ personId, from, until }) => {
    const [first, last] = [dayNumber(from), until === undefined ? Number.POSITIVE_INFINITY : dayNumber(until)];
    return [...comings.byWho].flatMap(([who, rows]): Finding[] => {
      const during = rows.filter((row) => (comings.day[row] ?? 0) >= first && (comings.day[row] ?? 0) <= last);
      if (during.length === 0) return [];
      const id = comings.people[who] ?? '';
      const begins = rows.length === during.length ? beginsWithin : 0;
      const odds = oddsLog10(comparison, personId, id) + (id === personId ? 0 : begins);
      // Whether somebody came under their own record is read, not searched for.
      const score = id === personId ? odds : odds - Math.log10(bans.length);
      if (score < leastScore) return [];
      return [
        {
          id: `ban-evasion:${personId}:${id}`,
          kind: 'ban-evasion',
          people: id === personId ? [id] : [id, personId],
          inmates: [...new Set(during.map((row) => comings.people[comings.inmate[row] ?? -1] ?? ''))],
          score,
          expected: during.length / (1 + 10 ** odds),
          observed: during.length,
          rows: during.map(comings.rowId),
          values: { name: names.get(id) ?? '', banned: names.get(personId) ?? '' },
        },
      ];
    });
  });
}

/** Base-10 logarithm of the odds that two records are one person's; −∞ when it is not even possible. */
function oddsLog10(comparison: Comparison, banned: string, other: string): number {
  if (banned === other) return recordedOdds;
  const { bits, band } = comparison.score(comparison.evidence(banned, other));
  return band === null ? Number.NEGATIVE_INFINITY : bits * Math.log10(2);
}
