import { founderRoles, type Officer, type OfficerRole } from '../../../shared/domain/officer.ts';
import { fromBase64, sameBytes, toBase64 } from '../crypto/bytes.ts';
import type { HeaderBody, RosterOfficer } from '../format/header.ts';
import type { Directory } from '../format/keys.ts';
import { isActivationOf, type Trust } from '../format/roster.ts';

type Membership = Pick<HeaderBody, 'vaultId' | 'roster' | 'activations'>;

/** Vaults made before there could be a second officer name a single part; their founder plays both. */
export const rolesOf = ({ roles }: Pick<RosterOfficer, 'roles'>): readonly OfficerRole[] => roles ?? founderRoles;

export const isAdministrator = (officer: RosterOfficer): boolean =>
  officer.status === 'active' && rolesOf(officer).includes('administrator');

/** The officers as they are now: those of the roster, and with their own keys those who were activated since. */
export function membersOf({ vaultId, roster, activations = [] }: Membership): readonly RosterOfficer[] {
  return roster.officers.map((officer) => {
    const activation = activations.find((each) => each.officerId === officer.id);
    if (activation === undefined || !isActivationOf(vaultId, officer, activation)) return officer;
    const { boxKey, signKey, vaultKey } = activation;
    return { ...officer, status: 'active', boxKey, signKey, vaultKey };
  });
}

/** Members with their names, for those who may know them. */
export const officersOf = (body: Membership, directory: Directory): readonly Officer[] =>
  membersOf(body).map((member) => ({
    id: member.id,
    name: directory[member.id] ?? '',
    roles: rolesOf(member),
    status: member.status,
  }));

/** Whom to believe from now on: today's administrators and the recovery key, and nobody who lost that right. */
export function trustIn(body: Membership, before: Trust): Trust {
  const administrators = membersOf(body).filter(isAdministrator);
  const roots = new Set([...administrators.map(({ signKey }) => signKey), body.roster.recovery.signKey]);
  const former = [...before.refused, ...before.roots].map(toBase64);
  const refused = new Set([...former, ...(body.roster.withdrawn ?? [])].filter((key) => !roots.has(key)));
  return { roots: [...roots].map(fromBase64), refused: [...refused].slice(-mostRefused).map(fromBase64) };
}

/** A slot has room for about 120 keys. */
const mostRefused = 60;

export const isSameTrust = (left: Trust, right: Trust): boolean =>
  areSameKeys(left.roots, right.roots) && areSameKeys(left.refused, right.refused);

const areSameKeys = (left: readonly Uint8Array[], right: readonly Uint8Array[]): boolean =>
  left.length === right.length && left.every((key) => right.some((other) => sameBytes(key, other)));
