import type { Id, Marking } from '../../../shared/domain/basics.ts';
import type { Agency, AgencyRow } from '../../../shared/domain/exchange/agency.ts';
import { areWordsOf } from '../../../shared/domain/exchange/fingerprint.ts';
import { SinergiError } from '../../../shared/errors.ts';
import { fromBase64 } from '../../vault/crypto/bytes.ts';
import type { VaultPort } from '../../vault/port.ts';
import { find, living } from '../records.ts';
import type { Session } from '../session.ts';
import { type CardCore, fingerprintOf, readCard } from './cards.ts';
import { requireSameKind } from '../training/mark.ts';
import { wordsOf } from './identity.ts';
import type { KnownSigner } from './package/open-package.ts';

/** Other agencies, and whether their keys are believed to be theirs. */
export interface Agencies {
  list(): readonly AgencyRow[];
  /**
   * Takes in a card that was handed over. Nothing is trusted by it: somebody compares the words with that agency and
   * confirms. Another card of a known agency waits beside the keys that hold.
   *
   * @throws SinergiError `card-unreadable`, `agency-own`, `training-mixed`
   */
  readCard(bytes: Uint8Array): Promise<AgencyRow>;
  /** @param words as the other agency reads them out, in either language @throws SinergiError `agency-words-wrong` */
  confirm(id: Id, words: string): Promise<AgencyRow>;
  revoke(id: Id, reason: string): Promise<AgencyRow>;
  /** Up to which marking a case may go there. */
  setCeiling(id: Id, ceiling: Marking): Promise<AgencyRow>;
}

export function createAgencies(session: Session, now: () => Date): Agencies {
  const changed = async (
    action: string,
    id: Id,
    fields: (agency: Agency, vault: VaultPort) => Partial<Agency>,
  ): Promise<AgencyRow> => {
    const vault = session.vault('exchange.trust');
    const agency = find(vault, 'agencies', id);
    const made = await vault.transact({ action, entity: 'agencies', entityId: id }, (transaction) =>
      transaction.change('agencies', id, agency.version, fields(agency, vault)),
    );
    return rowOf(vault, made);
  };

  return {
    list() {
      const vault = session.vault('settings.read');
      return [...living(vault, 'agencies')]
        .map((agency) => rowOf(vault, agency))
        .sort((a, b) => a.name.localeCompare(b.name, 'id'));
    },
    async readCard(bytes) {
      const vault = session.vault('exchange.trust');
      const { agencyId, name, boxKey, signKey, succession } = readCard(bytes);
      requireSameKind(vault, name);
      const [own] = Object.values(vault.beyondNeedToKnow.agencyIdentity);
      if (own?.agencyId === agencyId) throw new SinergiError('agency-own');
      const known = [...living(vault, 'agencies')].find((agency) => agency.agencyId === agencyId);
      if (known !== undefined && known.boxKey === boxKey && known.signKey === signKey && known.name === name)
        return rowOf(vault, known);
      const vouched = succession !== undefined && succession.signKey === known?.signKey;
      const note = { action: 'exchange.card-read', entity: 'agencies' } as const;
      const made = await vault.transact(note, (transaction) => {
        if (known === undefined)
          return transaction.create('agencies', {
            agencyId,
            name,
            boxKey,
            signKey,
            state: 'unconfirmed',
            formerSignKeys: [],
            ceiling: 'rahasia',
          });
        // Keys that nobody has confirmed are simply replaced; trusted ones hold until somebody confirms others.
        return known.state === 'trusted'
          ? transaction.change('agencies', known.id, known.version, { successor: { name, boxKey, signKey, vouched } })
          : transaction.change('agencies', known.id, known.version, {
              name,
              boxKey,
              signKey,
              state: 'unconfirmed',
              successor: undefined,
            });
      });
      return rowOf(vault, made);
    },
    confirm: (id, words) =>
      changed('exchange.confirm', id, (agency, vault) => {
        const { agencyId, boxKey, signKey, successor } = agency;
        const isOf = (core: CardCore): boolean => areWordsOf(words, fingerprintOf(core));
        const confirmed = { confirmedAt: now().toISOString(), confirmedBy: vault.actor.officerId };
        if (successor !== undefined && isOf({ agencyId, ...successor })) {
          const { vouched: _, ...keys } = successor;
          const formerSignKeys = [...agency.formerSignKeys, signKey].slice(-100);
          return { ...confirmed, ...keys, formerSignKeys, successor: undefined };
        }
        if (!isOf({ agencyId, name: agency.name, boxKey, signKey })) throw new SinergiError('agency-words-wrong');
        return { ...confirmed, state: 'trusted', revokedAt: undefined, revokedBy: undefined, revokedReason: undefined };
      }),
    revoke: (id, reason) =>
      changed('exchange.revoke', id, (_agency, vault) => ({
        state: 'revoked',
        revokedAt: now().toISOString(),
        revokedBy: vault.actor.officerId,
        revokedReason: reason.trim(),
        successor: undefined,
      })),
    setCeiling: (id, ceiling) => changed('exchange.ceiling', id, () => ({ ceiling })),
  };
}

function rowOf(vault: VaultPort, agency: Agency): AgencyRow {
  const { id, agencyId, name, state, ceiling, boxKey, signKey, successor, version } = agency;
  return {
    id,
    agencyId,
    name,
    state,
    ceiling,
    version,
    words: wordsOf({ agencyId, name, boxKey, signKey }),
    successor: successor === undefined ? null : { ...wordsOf({ agencyId, ...successor }), vouched: successor.vouched },
    confirmedAt: agency.confirmedAt ?? null,
    confirmedBy: agency.confirmedBy === undefined ? null : vault.officerName(agency.confirmedBy),
    revokedAt: agency.revokedAt ?? null,
    revokedReason: agency.revokedReason ?? null,
  };
}

/** Whose signature is believed under a package. */
export const knownSigners = (vault: VaultPort): KnownSigner[] =>
  [...living(vault, 'agencies')]
    .filter(({ state }) => state !== 'unconfirmed')
    .flatMap(({ agencyId, signKey, formerSignKeys, state }) =>
      [signKey, ...formerSignKeys].map((key) => ({
        agencyId,
        signKey: fromBase64(key),
        revoked: state === 'revoked',
      })),
    );

/** By record, by its own identifier or by name. @throws SinergiError `agency-unknown`, `agency-untrusted` */
export function trustedAgency(vault: VaultPort, wanted: string): Agency {
  const folded = wanted.trim().toLowerCase();
  const agency = [...living(vault, 'agencies')].find(
    ({ id, agencyId, name }) => id === wanted || agencyId === wanted || name.toLowerCase() === folded,
  );
  if (agency === undefined) throw new SinergiError('agency-unknown');
  if (agency.state !== 'trusted') throw new SinergiError('agency-untrusted', { agency: agency.name });
  return agency;
}
