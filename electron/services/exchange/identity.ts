import type { Id } from '../../../shared/domain/basics.ts';
import type { AgencyIdentity, IdentityRow } from '../../../shared/domain/exchange/agency.ts';
import { fingerprintWords } from '../../../shared/domain/exchange/fingerprint.ts';
import { SinergiError } from '../../../shared/errors.ts';
import { utf8 } from '../../vault/crypto/bytes.ts';
import { newId } from '../../vault/ids.ts';
import type { GuardedVault } from '../guarded-vault.ts';
import type { Session } from '../session.ts';
import { settingsOf } from '../settings.ts';
import { isTrainingName, trainingPrefix } from '../../../shared/domain/training/attempt.ts';
import { isTraining, requireSameKind } from '../training/mark.ts';
import { type CardCore, fingerprintOf, newAgencyKeys, writeCard } from './cards.ts';

/** Who this vault's agency is to others. */
export interface AgencyIdentityService {
  /** Null while there is none. */
  get(): IdentityRow | null;
  /** Makes it, once; the name is that of the settings unless another is given. @throws SinergiError `agency-name-missing`, `conflict` */
  create(name?: string): Promise<IdentityRow>;
  /** New keys; those before still open what was sealed to them. @throws SinergiError `agency-identity-missing` */
  rotate(): Promise<IdentityRow>;
  /** The card to hand over, as the bytes of its file. @throws SinergiError `agency-identity-missing` */
  card(): Promise<{ readonly name: string; readonly bytes: Uint8Array }>;
}

/** With private keys: only for sealing, opening and cards. */
export function identityOf(vault: GuardedVault): AgencyIdentity {
  const [identity] = Object.values(vault.beyondNeedToKnow.agencyIdentity);
  if (identity === undefined) throw new SinergiError('agency-identity-missing');
  return identity;
}

export const currentKeys = (identity: AgencyIdentity): AgencyIdentity['keys'][number] => {
  const current = identity.keys.at(-1);
  if (current === undefined) throw new SinergiError('agency-identity-missing');
  return current;
};

export function wordsOf(core: CardCore): { id: string; en: string } {
  const fingerprint = fingerprintOf(core);
  return { id: fingerprintWords(fingerprint, 'id'), en: fingerprintWords(fingerprint, 'en') };
}

function rowOf(identity: AgencyIdentity): IdentityRow {
  const { agencyId, name, keys } = identity;
  const current = currentKeys(identity);
  return {
    agencyId,
    name,
    words: wordsOf({ agencyId, name, ...current }),
    madeAt: current.madeAt,
    former: keys.length - 1,
  };
}

export function createAgencyIdentity(session: Session, now: () => Date): AgencyIdentityService {
  const moment = (): string => now().toISOString();
  const keysFor = (by: Id) => newAgencyKeys(moment(), by);

  return {
    get() {
      const vault = session.vault('settings.read');
      const [identity] = Object.values(vault.beyondNeedToKnow.agencyIdentity);
      return identity === undefined ? null : rowOf(identity);
    },
    async create(given) {
      const vault = session.vault('exchange.keys');
      if (Object.keys(vault.beyondNeedToKnow.agencyIdentity).length > 0) throw new SinergiError('conflict');
      const name = (given ?? settingsOf(vault).agencyName).trim();
      if (name === '') throw new SinergiError('agency-name-missing');
      // What it is stands in the name, which the card signs.
      const called = isTraining(vault) && !isTrainingName(name) ? `${trainingPrefix}${name}` : name;
      requireSameKind(vault, called);
      const made = await vault.transact({ action: 'exchange.identity', entity: 'agencyIdentity' }, (transaction) =>
        transaction.create('agencyIdentity', {
          agencyId: newId(now().getTime()),
          name: called,
          keys: [keysFor(vault.actor.officerId)],
        }),
      );
      return rowOf(made);
    },
    async rotate() {
      const vault = session.vault('exchange.keys');
      const { id, version, keys } = identityOf(vault);
      const retired = keys.map((each, place) => (place === keys.length - 1 ? { ...each, retiredAt: moment() } : each));
      const made = await vault.transact(
        { action: 'exchange.rotate', entity: 'agencyIdentity', entityId: id },
        (transaction) =>
          transaction.change('agencyIdentity', id, version, { keys: [...retired, keysFor(vault.actor.officerId)] }),
      );
      return rowOf(made);
    },
    async card() {
      const vault = session.vault('exchange.trust');
      const { id, agencyId, name, keys } = identityOf(vault);
      const card = writeCard({ agencyId, name }, keys, moment());
      await vault.note({ action: 'exchange.card', entity: 'agencyIdentity', entityId: id });
      return { name, bytes: utf8(`${JSON.stringify(card, null, 2)}\n`) };
    },
  };
}
