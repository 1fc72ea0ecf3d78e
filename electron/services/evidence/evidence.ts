import type { CustodyRow, ExhibitRow, ExhibitView, Verification } from '../../../shared/contract/evidence.ts';
import { fillCaseNumber } from '../../../shared/domain/case-number.ts';
import type { Custody, CustodyFields, Exhibit, ExhibitFields } from '../../../shared/domain/exhibit.ts';
import { SinergiError } from '../../../shared/errors.ts';
import { filesOn, isSound } from '../files/attachments.ts';
import type { GuardedVault } from '../guarded-vault.ts';
import { find } from '../records.ts';
import type { Session } from '../session.ts';
import type { Undo } from '../undo.ts';
import { exhibitsOf } from './exhibits.ts';
import { chainOf, firstFault, hashOf, nextStep } from './custody.ts';

export interface Evidence {
  /** By number; of one case. */
  list(caseId: string): ExhibitRow[];
  get(id: string): ExhibitView;
  /** Its first step of custody is the seizure. @throws SinergiError `not-found` */
  add(fields: ExhibitFields): Promise<Exhibit>;
  change(id: string, version: number, fields: ExhibitFields): Promise<Exhibit>;
  remove(id: string, version: number): Promise<{ undoId: string }>;
  /** Writes down the next step; nothing takes it back. @throws SinergiError `custody-over` once it was destroyed or given back, `custody-earlier` */
  custody(id: string, version: number, fields: CustodyFields): Promise<Exhibit>;
  /** Whether such a step may follow in each of these chains. @throws SinergiError as `custody` */
  requireNext(ids: readonly string[], fields: CustodyFields): void;
  /** The same step for several at once, with the record that was printed for it. */
  handedOver(ids: readonly string[], fields: CustodyFields, document: string): Promise<void>;
  /** Reads every file of it through, and checks every step and its signature; the answer is written into the trail. */
  verify(id: string): Promise<Verification>;
}

const numberTemplate = 'BB/{n}/{roman}/{year}';

/** Exhibits of cases and who had them when. */
export function createEvidence(session: Session, undo: Undo, now: () => Date): Evidence {
  const on = (id: string) => ({ collection: 'exhibits', id }) as const;
  const hashesOf = (vault: GuardedVault, id: string) => filesOn(vault, on(id)).map(({ sha256 }) => sha256);

  /** @throws SinergiError as `custody` */
  function requireNext(vault: GuardedVault, id: string, { at }: CustodyFields): void {
    const last = chainOf(vault, id).at(-1);
    if (last?.kind === 'destroyed' || last?.kind === 'returned') throw new SinergiError('custody-over');
    if (last !== undefined && at < last.at) throw new SinergiError('custody-earlier', { last: last.at });
  }

  return {
    list(caseId) {
      const vault = session.vault('cases.read');
      find(vault, 'cases', caseId);
      return exhibitsOf(vault, caseId).map((exhibit) => ({
        exhibit,
        files: filesOn(vault, on(exhibit.id)).length,
        steps: chainOf(vault, exhibit.id).length,
      }));
    },
    get(id) {
      const vault = session.vault('cases.read');
      const exhibit = find(vault, 'exhibits', id);
      return {
        exhibit,
        personName: exhibit.personId === undefined ? null : (vault.document.people[exhibit.personId]?.name ?? null),
        custody: chainOf(vault, id).map((step) => rowOf(vault, step)),
      };
    },
    async add(fields) {
      const vault = session.vault('cases.write');
      find(vault, 'cases', fields.caseId);
      if (fields.personId !== undefined) find(vault, 'people', fields.personId);
      return await vault.transact({ action: 'evidence.add', entity: 'exhibits' }, (transaction) => {
        const number = nextNumber(vault, now());
        const made = transaction.create('exhibits', { ...fields, number, heldBy: fields.seizedBy });
        const { seizedOn, seizedAt = '00:00', seizedBy, place } = made;
        const seizure: CustodyFields = {
          kind: 'seized',
          // By this workstation's clock, as the officer wrote it down.
          at: new Date(`${seizedOn}T${seizedAt}:00`).toISOString(),
          from: place,
          to: seizedBy,
          place,
          reason: made.description,
        };
        transaction.create('custody', nextStep(vault, made, seizure, [], now()));
        return made;
      });
    },
    async change(id, version, fields) {
      const vault = session.vault('cases.write');
      const { caseId } = find(vault, 'exhibits', id);
      const optional = { gross: undefined, net: undefined, count: undefined, seizedAt: undefined };
      const whole = { ...optional, personId: undefined, findId: undefined, ...fields, caseId };
      return await vault.transact({ action: 'evidence.change', entity: 'exhibits', entityId: id }, (transaction) =>
        transaction.change('exhibits', id, version, whole),
      );
    },
    async remove(id, version) {
      const removed = await session
        .vault('cases.write')
        .transact({ action: 'evidence.remove', entity: 'exhibits', entityId: id }, (transaction) =>
          transaction.remove('exhibits', id, version),
        );
      return undo.offer(async () => {
        await session
          .vault('cases.write')
          .transact({ action: 'evidence.restore', entity: 'exhibits', entityId: id }, (transaction) =>
            transaction.restore('exhibits', id, removed.version),
          );
      });
    },
    async custody(id, version, fields) {
      const vault = session.vault('cases.write');
      const exhibit = find(vault, 'exhibits', id);
      return await vault.transact(
        { action: 'evidence.custody', entity: 'exhibits', entityId: id, reason: fields.kind },
        (transaction) => {
          requireNext(vault, id, fields);
          // Whoever was a moment faster has changed it: no two steps follow the same one.
          const changed = transaction.change('exhibits', id, version, { heldBy: fields.to });
          transaction.create('custody', nextStep(vault, exhibit, fields, hashesOf(vault, id), now()));
          return changed;
        },
      );
    },
    requireNext(ids, fields) {
      const vault = session.vault('cases.write');
      for (const id of ids) requireNext(vault, find(vault, 'exhibits', id).id, fields);
    },
    async handedOver(ids, fields, document) {
      const vault = session.vault('cases.write');
      const note = { action: 'evidence.custody', entity: 'exhibits', reason: fields.kind } as const;
      await vault.transact({ ...note, entityId: ids[0] ?? '' }, (transaction) => {
        for (const id of ids) {
          const exhibit = find(vault, 'exhibits', id);
          requireNext(vault, id, fields);
          transaction.change('exhibits', id, exhibit.version, { heldBy: fields.to });
          const step = nextStep(vault, exhibit, fields, hashesOf(vault, id), now(), document);
          transaction.create('custody', step);
        }
      });
    },
    async verify(id) {
      const vault = session.vault('cases.read');
      find(vault, 'exhibits', id);
      const files: Verification['files'] = [];
      for (const file of filesOn(vault, on(id)))
        files.push({ id: file.id, name: file.name, sha256: file.sha256, sound: await isSound(vault, file) });
      const chain = chainOf(vault, id);
      const firstBad = firstFault(vault, chain);
      const sound = firstBad === null && files.every((file) => file.sound);
      const checkedAt = now().toISOString();
      const reason = JSON.stringify({ sound, files: files.length, steps: chain.length });
      await vault.note({ action: 'evidence.verify', entity: 'exhibits', entityId: id, reason });
      return { checkedAt, sound, files, steps: chain.length, firstBad };
    },
  };
}

const rowOf = (vault: GuardedVault, step: Custody): CustodyRow => {
  const { id, sequence, kind, at, from, to, place, reason, recordedAt, document } = step;
  const by = vault.officerName(step.by);
  return {
    id,
    sequence,
    kind,
    at,
    from,
    to,
    place,
    reason,
    by,
    recordedAt,
    hash: hashOf(step),
    document: document ?? null,
  };
};

/** First number no exhibit of the vault bears, also none that was removed. */
function nextNumber(vault: GuardedVault, day: Date): string {
  const taken = new Set(Object.values(vault.beyondNeedToKnow.exhibits).map(({ number }) => number));
  for (let running = taken.size + 1; ; running += 1) {
    const number = fillCaseNumber(numberTemplate, running, day);
    if (!taken.has(number)) return number;
  }
}
