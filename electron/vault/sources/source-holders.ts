import type { Id } from '../../../shared/domain/basics.ts';
import type { HeaderBody, RosterOfficer } from '../format/header.ts';
import { isSourceStatement, openSourceKeys, wrapSourceKeys } from '../format/source-keys.ts';
import type { RecoveryKeys } from '../crypto/recovery-key.ts';
import { membersOf, rolesOf } from '../officers/members.ts';

type Membership = Pick<HeaderBody, 'vaultId' | 'roster' | 'activations'>;

/**
 * Officers who handle sources, with keys of their own. An invitation's keys are also the administrator's who made it, so
 * nothing is ever boxed to them.
 */
export const handlersOf = (body: Membership): readonly RosterOfficer[] =>
  membersOf(body).filter((officer) => officer.status === 'active' && rolesOf(officer).includes('source-handler'));

/** Said by somebody who handles sources now, or by the recovery key: only such keys seal anything new. */
export function isTrustedStatement(body: HeaderBody): boolean {
  const { sources, vaultId, roster } = body;
  if (sources === undefined || !isSourceStatement(vaultId, sources)) return false;
  return [roster.recovery.signKey, ...handlersOf(body).map(({ signKey }) => signKey)].includes(sources.signedBy);
}

/**
 * Who goes on having the register's key: handlers it was given to. A statement nobody in the roster made says nothing about
 * whom that was, and only `also` stays.
 */
export function holdersToKeep(body: HeaderBody, also: Id): readonly RosterOfficer[] {
  const { sources, vaultId, roster } = body;
  const signers = [...membersOf(body), ...roster.officers].flatMap((each) => [each.signKey, ...each.retiredSignKeys]);
  const said =
    sources !== undefined &&
    isSourceStatement(vaultId, sources) &&
    [roster.recovery.signKey, ...signers].includes(sources.signedBy);
  const given = said ? sources.holders.filter((id) => sources.boxes.some(({ officerId }) => officerId === id)) : [];
  return handlersOf(body).filter(({ id }) => id === also || given.includes(id));
}

/** Who has no part in it any more gets no box; the next handler who opens the vault makes another key. */
export function withoutSourceBox<H extends Pick<HeaderBody, 'sources'>>(header: H, id: Id): H {
  const { sources } = header;
  if (sources === undefined) return header;
  return { ...header, sources: { ...sources, boxes: sources.boxes.filter(({ officerId }) => officerId !== id) } };
}

/** A handler who comes back with new keys gets the register's keys from the recovery key. */
export function readmitted(body: HeaderBody, officer: RosterOfficer, recovery: RecoveryKeys): HeaderBody {
  const { sources, vaultId, roster } = body;
  if (sources === undefined || !handlersOf(body).some(({ id }) => id === officer.id)) return body;
  const keys = openSourceKeys(vaultId, sources, recovery.boxPrivate, 'recovery');
  if (keys === undefined) return body;
  const holders = holdersToKeep(body, officer.id);
  return { ...body, sources: wrapSourceKeys(vaultId, keys, holders, roster.recovery.boxKey, recovery.signSeed) };
}
