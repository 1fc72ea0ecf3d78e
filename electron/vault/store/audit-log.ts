import { fromBase64, fromHex } from '../crypto/bytes.ts';
import { isSignedBy } from '../crypto/signing.ts';
import { type AuditEntry, auditHash, type AuditHead, headAfter, noAudit, readAuditPayload } from '../format/audit.ts';
import { accountedGaps, type Gap } from '../format/gaps.ts';
import type { RosterOfficer } from '../format/header.ts';
import { membersOf } from '../officers/members.ts';
import type { AuditFault, AuditLog } from '../port.ts';
import { readLog } from './log-file.ts';
import { bytesOf, type Source } from './reading.ts';

/**
 * Every entry that can be read, oldest first within each device, and the first that is not as it was written. Reading
 * goes on behind it: what is authentic there is shown too.
 */
export async function readAuditLog(source: Source): Promise<AuditLog> {
  const { body } = source;
  const signers = signersOf(membersOf(body), body.roster.officers);
  const entries: AuditEntry[] = [];
  const faults: { readonly sequence: number; readonly code: AuditFault; readonly gap?: Gap }[] = [];
  const bad = (sequence: number, code: AuditFault, gap?: Gap): void => {
    faults.push({ sequence, code, ...(gap === undefined ? {} : { gap }) });
  };
  for (const device of new Set(body.files.audit.map((named) => named.device))) {
    let head: AuditHead = noAudit;
    for (const named of body.files.audit.filter((each) => each.device === device)) {
      if (named.first.count !== head.count || named.first.head !== head.head)
        bad(head.count + 1, 'cut-off', { device, after: head.count, next: named.first.count + 1 });
      head = named.first;
      const log = await framesOf(source, named.file, device);
      if (log === undefined) {
        bad(head.count + 1, 'file-damaged');
        continue;
      }
      let expected = 0;
      for (const { number, payload } of log.frames) {
        if (number !== expected) bad(head.count + 1, 'entry-damaged');
        expected = number + 1;
        const entry = readAuditPayload(payload);
        if (entry === undefined) {
          bad(head.count + 1, 'entry-damaged');
          continue;
        }
        const fault = faultOf(entry, head, signers);
        if (fault !== undefined) bad(entry.sequence, fault);
        entries.push(entry);
        head = headAfter(entry);
      }
      if (log.torn) bad(head.count + 1, 'entry-damaged');
    }
    const promised = body.files.auditHeads.find((each) => each.device === device);
    if (promised !== undefined && head.count < promised.count) bad(head.count + 1, 'cut-off');
  }
  const accounted = accountedGaps(entries, (entry) => isGenuine(entry, signers));
  const [first] = faults.filter(({ gap }) => gap === undefined || !accounted.has(gap));
  const gaps = faults.filter(({ gap }) => gap !== undefined && accounted.has(gap)).length;
  return { entries, firstBad: first === undefined ? null : { sequence: first.sequence, code: first.code }, gaps };
}

/** Whether an entry by itself is as its actor signed it. */
export const isGenuine = (entry: AuditEntry, signers: ReadonlyMap<string, readonly Uint8Array[]>): boolean =>
  faultOf(entry, { count: entry.sequence - 1, head: entry.previous }, signers) === undefined;

/** What is wrong with one entry behind another. */
export function faultOf(
  entry: AuditEntry,
  head: AuditHead,
  signers: ReadonlyMap<string, readonly Uint8Array[]>,
): AuditFault | undefined {
  const { hash, signature, ...body } = entry;
  if (auditHash(body) !== hash) return 'hash-wrong';
  if (entry.sequence !== head.count + 1 || entry.previous !== head.head) return 'chain-broken';
  const keys = signers.get(entry.actor);
  if (keys === undefined) return 'actor-unknown';
  if (!keys.some((key) => isSignedBy('audit', key, fromHex(hash), fromBase64(signature)))) return 'signature-wrong';
  return undefined;
}

/** Every key an officer has ever signed with. */
function signersOf(...rosters: readonly (readonly RosterOfficer[])[]): ReadonlyMap<string, readonly Uint8Array[]> {
  const keys = new Map<string, Set<string>>();
  for (const { id, signKey, retiredSignKeys } of rosters.flat())
    keys.set(id, new Set([...(keys.get(id) ?? []), signKey, ...retiredSignKeys]));
  return new Map([...keys].map(([id, texts]) => [id, [...texts].map(fromBase64)]));
}

async function framesOf({ files, paths, body, keyring }: Source, file: string, device: string) {
  const path = paths.audit(file);
  // Missing, or on a bad sector: the entries that stand elsewhere are shown all the same.
  const bytes = await bytesOf({ files, paths }, path);
  if (bytes === undefined) return undefined;
  const reading = readLog(files, path, bytes, { kind: 'audit', fileId: file, device }, body.vaultId, keyring.dataKeyOf);
  if (reading === undefined) return undefined;
  reading.log.wipe();
  return { frames: reading.frames, torn: reading.torn !== undefined };
}
