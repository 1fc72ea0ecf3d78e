import type { KnownIdentity } from '../identity/profiles.ts';
import type { VisitFacts } from '../registers.ts';
import { findManyInmates, findRotatingVisitors } from './breadth.ts';
import { findChanges } from './changes.ts';
import { findCoVisits } from './co-visits.ts';
import type { Finding } from './finding.ts';
import { findSharedContacts } from './shared-contacts.ts';
import { viewVisits } from './visit-view.ts';

export interface DetectionInput {
  readonly visits: VisitFacts;
  readonly people: readonly KnownIdentity[];
  /** Identifiers of lawyers and clergy. */
  readonly offices: ReadonlySet<string>;
  readonly withOffices: boolean;
  readonly withFamilies: boolean;
}

/** Every pattern worth a look, the one chance explains worst first. */
export function detect(input: DetectionInput, tell: (share: number) => void): readonly Finding[] {
  const view = viewVisits(input.visits, input.offices, input.withOffices);
  const kinds = [
    () => findCoVisits(view, input.withFamilies),
    () => findManyInmates(view),
    () => findRotatingVisitors(view),
    () => findSharedContacts(view, input.people),
    () => findChanges(view),
  ];
  const findings = kinds.flatMap((find, done) => {
    tell(done / kinds.length);
    return find();
  });
  return findings.sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
}
