import type { Input } from '../../../shared/contract.ts';
import type { DecisionRow } from '../../../shared/contract/casework.ts';
import type { Case } from '../../../shared/domain/case.ts';
import type { Decision, DecisionFields } from '../../../shared/domain/casework/decision.ts';
import type { FieldsOf } from '../../../shared/domain/document.ts';
import { SinergiError } from '../../../shared/errors.ts';
import { fromBase64, utf8 } from '../../vault/crypto/bytes.ts';
import { isSignedBy } from '../../vault/crypto/signing.ts';
import type { Transaction, VaultPort } from '../../vault/port.ts';
import { canonicalJson } from '../documents/canonical-json.ts';
import { find, living } from '../records.ts';
import type { Session } from '../session.ts';
import { byNumber, nextNumber } from './numbering.ts';

/**
 * The decision log of a case, which only grows, and the decisions that change how the case stands: each is written and done in
 * one step.
 *
 * @throws SinergiError `not-found`, `conflict`
 */
export interface Decisions {
  list(caseId: string): DecisionRow[];
  /** @throws SinergiError `case-closed`, `not-found` for correcting an entry of another case */
  add(caseId: string, fields: DecisionFields): Promise<Decision>;
  /** @throws SinergiError `case-closed` */
  review(input: Input<'cases.review'>): Promise<Case>;
  /** @throws SinergiError `case-closed` */
  close(input: Input<'cases.close'>): Promise<Case>;
  /** @throws SinergiError `case-open` */
  reopen(input: Input<'cases.reopen'>): Promise<Case>;
}

type Said = Omit<
  Decision,
  'signed' | 'key' | 'signature' | 'version' | 'id' | `${'created' | 'changed'}${'At' | 'By'}`
>;

export function createDecisions(session: Session, now: () => Date): Decisions {
  const at = (): string => now().toISOString();

  async function decide(
    { id, version }: { readonly id: string; readonly version: number },
    kind: Decision['kind'],
    { what, reason }: Pick<DecisionFields, 'what' | 'reason'>,
    change: (transaction: Transaction) => Case,
  ): Promise<Case> {
    const vault = session.vault('cases.close');
    return await vault.transact({ action: `case.${kind}`, entity: 'cases', entityId: id, reason }, (transaction) => {
      if (find(vault, 'cases', id).version !== version) throw new SinergiError('conflict');
      const number = nextNumber(vault, 'decisions', id);
      const said = { caseId: id, number, kind, at: at(), what, reason, alternatives: [] };
      transaction.create('decisions', signedDecision(vault, said));
      return change(transaction);
    });
  }

  return {
    list(caseId) {
      const vault = session.vault('cases.read');
      find(vault, 'cases', caseId);
      return decisionRows(vault, caseId);
    },
    async add(caseId, fields) {
      const vault = session.vault('cases.decide');
      find(vault, 'cases', caseId);
      if (fields.corrects !== undefined && find(vault, 'decisions', fields.corrects).caseId !== caseId)
        throw new SinergiError('not-found', { collection: 'decisions', id: fields.corrects });
      return await vault.transact({ action: 'decision.add', entity: 'cases', entityId: caseId }, (transaction) => {
        const number = nextNumber(vault, 'decisions', caseId);
        const said = { caseId, number, kind: 'decision' as const, at: at(), ...fields };
        return transaction.create('decisions', signedDecision(vault, said));
      });
    },
    async review({ id, version, reviewOn, reason }) {
      const file = find(session.vault('cases.close'), 'cases', id);
      if (file.status === 'closed') throw new SinergiError('case-closed', { number: file.number });
      return await decide({ id, version }, 'review', { what: reviewOn, reason }, (transaction) =>
        transaction.change('cases', id, version, { reviewOn }),
      );
    },
    async close({ id, version, closing: { outcome, reason } }) {
      const vault = session.vault('cases.close');
      const file = find(vault, 'cases', id);
      if (file.status === 'closed') throw new SinergiError('case-closed', { number: file.number });
      const closing = { outcome, reason, at: at(), by: vault.actor.officerId };
      return await decide({ id, version }, 'closing', { what: outcome, reason }, (transaction) =>
        transaction.change('cases', id, version, { status: 'closed', closing }),
      );
    },
    async reopen({ id, version, reviewOn, reason }) {
      const file = find(session.vault('cases.close'), 'cases', id);
      if (file.status === 'open') throw new SinergiError('case-open', { number: file.number });
      return await decide({ id, version }, 'reopening', { what: reviewOn, reason }, (transaction) =>
        transaction.change('cases', id, version, { status: 'open', closing: undefined, reviewOn }),
      );
    },
  };
}

/** An entry as the acting officer signs it. */
export function signedDecision(vault: VaultPort, entry: Omit<Said, 'by'>): FieldsOf<'decisions'> {
  const said = { ...entry, by: vault.actor.officerId };
  const signed = signedText(vault.vaultId, said);
  return { ...said, signed, ...vault.sign(signed) };
}

/** Canonical JSON of everything an entry says. */
const signedText = (
  vaultId: string,
  { caseId, number, kind, by, at, what, reason, alternatives, corrects }: Said,
): string =>
  canonicalJson({
    for: 'sinergi/case-decision',
    vaultId,
    caseId,
    number,
    kind,
    by,
    at,
    what,
    reason,
    alternatives,
    corrects: corrects ?? null,
  });

/** What signing is checked against. */
type Signers = Pick<VaultPort, 'vaultId' | 'officers'>;

function isGenuine({ vaultId, officers }: Signers, decision: Decision): boolean {
  const { by, signed, key, signature } = decision;
  return (
    signed === signedText(vaultId, decision) &&
    officers.signKeys(by).includes(key) &&
    isSignedBy('act', fromBase64(key), utf8(signed), fromBase64(signature))
  );
}

/** The log of a case, oldest first. */
export function decisionRows(
  vault: Signers & Pick<VaultPort, 'document' | 'officerName'>,
  caseId: string,
): DecisionRow[] {
  const decisions = [...living(vault, 'decisions')].filter((decision) => decision.caseId === caseId);
  const corrections = new Map(
    decisions.flatMap(({ id, corrects }) => (corrects === undefined ? [] : [[corrects, id]])),
  );
  return decisions.sort(byNumber).map((decision) => ({
    decision,
    byName: vault.officerName(decision.by),
    genuine: isGenuine(vault, decision),
    correctedBy: corrections.get(decision.id) ?? null,
  }));
}
