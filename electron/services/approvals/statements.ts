import { fromBase64, utf8 } from '../../vault/crypto/bytes.ts';
import { isSignedBy } from '../../vault/crypto/signing.ts';
import type { VaultPort } from '../../vault/port.ts';
import type { Act, Approval, Statement } from '../../../shared/domain/approval.ts';
import { canonicalJson, dataHash } from '../documents/canonical-json.ts';

type Word = Pick<Statement, 'by' | 'at' | 'reason'>;
type Outcome = NonNullable<Approval['decision']>['outcome'];

/** Canonical JSON of what an officer asks for. */
const requestText = (vaultId: string, act: Act, { by, at, reason }: Word): string =>
  canonicalJson({ for: 'sinergi/request', vaultId, act, by, at, reason });

/** Bound to the very request that was decided. */
const decisionText = (vaultId: string, request: Statement, outcome: Outcome, { by, at, reason }: Word): string =>
  canonicalJson({ for: 'sinergi/decision', vaultId, request: dataHash(request), outcome, by, at, reason });

export function signRequest(vault: VaultPort, act: Act, word: Word): Statement {
  const signed = requestText(vault.vaultId, act, word);
  return { ...word, signed, ...vault.sign(signed) };
}

export function signDecision(
  vault: VaultPort,
  request: Statement,
  outcome: Outcome,
  word: Word,
): NonNullable<Approval['decision']> {
  const signed = decisionText(vault.vaultId, request, outcome, word);
  return { ...word, outcome, signed, ...vault.sign(signed) };
}

/** Whether each officer named signed what the record says, and nothing else. */
export function isGenuine(
  vault: VaultPort,
  { act, request, decision }: Pick<Approval, 'act' | 'request' | 'decision'>,
): boolean {
  const { vaultId } = vault;
  if (!isSaid(vault, request, requestText(vaultId, act, request))) return false;
  if (decision === undefined) return true;
  return (
    decision.by !== request.by && isSaid(vault, decision, decisionText(vaultId, request, decision.outcome, decision))
  );
}

function isSaid(vault: VaultPort, { by, signed, key, signature }: Statement, expected: string): boolean {
  return (
    signed === expected &&
    vault.officers.signKeys(by).includes(key) &&
    isSignedBy('act', fromBase64(key), utf8(signed), fromBase64(signature))
  );
}
