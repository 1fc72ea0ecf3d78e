import { type AuditEntry, type AuditHead, auditHash, headAfter, noAudit, readAuditPayload } from '../format/audit.ts';
import { type Gap, mostGaps } from '../format/gaps.ts';
import { type JournalReading, readLogFile, type Source } from '../store/reading.ts';
import { signedByActor } from '../verifying/examine-audit.ts';

/** A piece of a device's chain without a gap in it; none of its entries when only its end is known. */
export interface Run {
  readonly first: AuditHead;
  readonly entries: readonly AuditEntry[];
}

export interface Trail {
  /** By device, each in order; the last is the one that goes on. */
  readonly runs: ReadonlyMap<string, readonly Run[]>;
  readonly gaps: readonly Gap[];
  readonly kept: number;
  readonly lost: number;
}

export const endOf = ({ first, entries }: Run): AuditHead => {
  const last = entries.at(-1);
  return last === undefined ? first : headAfter(last);
};

/** Every entry that is as its actor signed it, from the logs and, where a log lacks it, from the journals. */
export async function gatherTrail(source: Source, journals: readonly JournalReading[]): Promise<Trail> {
  const { body } = source;
  const isSigned = signedByActor(body);
  const isGenuine = (entry: AuditEntry): boolean => {
    const { hash, signature: _signature, ...content } = entry;
    return auditHash(content) === hash && isSigned(entry);
  };
  const runs = new Map<string, readonly Run[]>();
  const gaps: Gap[] = [];
  let kept = 0;
  let lost = 0;
  for (const device of new Set([body.device, ...body.files.audit.map((named) => named.device)])) {
    const found = new Map<number, AuditEntry>();
    const add = (entry: AuditEntry | undefined): void => {
      if (entry?.device === device && !found.has(entry.sequence) && isGenuine(entry)) found.set(entry.sequence, entry);
    };
    for (const named of body.files.audit.filter((each) => each.device === device)) {
      const reading = await readLogFile(source, named);
      for (const { payload } of reading?.frames ?? []) add(readAuditPayload(payload));
      reading?.log.wipe();
    }
    for (const { transactions } of journals) for (const { audit } of transactions) add(audit);
    const promised = body.files.auditHeads.find((each) => each.device === device) ?? noAudit;
    const own = withEnd(longest(runsOf([...found.values()])), promised);
    runs.set(device, own);
    let head = noAudit;
    for (const run of own) {
      if (run.first.count !== head.count || run.first.head !== head.head)
        gaps.push({ device, after: head.count, next: run.first.count + 1 });
      lost += Math.max(0, run.first.count - head.count);
      kept += run.entries.length;
      head = endOf(run);
    }
  }
  return { runs, gaps, kept, lost };
}

function runsOf(entries: readonly AuditEntry[]): readonly Run[] {
  const runs: { first: AuditHead; entries: AuditEntry[] }[] = [];
  for (const entry of entries.toSorted((left, right) => left.sequence - right.sequence)) {
    const run = runs.at(-1);
    const last = run?.entries.at(-1);
    if (last?.hash === entry.previous && last.sequence + 1 === entry.sequence) run?.entries.push(entry);
    else runs.push({ first: { count: entry.sequence - 1, head: entry.previous }, entries: [entry] });
  }
  return runs;
}

/** So many pieces as gaps can be told of, the longest ones. */
function longest(runs: readonly Run[]): readonly Run[] {
  const kept = new Set(
    runs.toSorted((left, right) => right.entries.length - left.entries.length).slice(0, mostGaps - 1),
  );
  return runs.filter((run) => kept.has(run));
}

/** The header knows how far the chain had come: numbers are not given a second time to other entries. */
function withEnd(runs: readonly Run[], promised: AuditHead): readonly Run[] {
  const last = runs.at(-1);
  const reached = last === undefined ? noAudit : endOf(last);
  if (reached.count >= promised.count && last !== undefined) return runs;
  return [...runs, { first: { count: promised.count, head: promised.head }, entries: [] }];
}
