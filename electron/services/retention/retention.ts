import type { Output } from '../../../shared/contract.ts';
import type { Id } from '../../../shared/domain/basics.ts';
import {
  foldingsToForget,
  type RetentionClass,
  retentionClasses,
  type RetentionRuleFields,
  usualMonths,
  type Weeding,
} from '../../../shared/domain/retention.ts';
import { SinergiError } from '../../../shared/errors.ts';
import type { Approvals } from '../approvals/approvals.ts';
import { dataHash } from '../documents/canonical-json.ts';
import type { GuardedVault } from '../guarded-vault.ts';
import { find, living } from '../records.ts';
import type { Session } from '../session.ts';
import { dueIn } from './due.ts';
import { forget } from './forget.ts';

type WeedingRow = Output<'retention.weed'>;

/** How long what is kept, what is due, and the weeding of visitors nothing is known against. */
export interface Retention {
  rules(): Output<'retention.rules'>;
  /** @throws SinergiError `conflict` when somebody wrote the rule meanwhile */
  saveRule(version: number | null, fields: RetentionRuleFields): Promise<void>;
  due(recordClass: RetentionClass, limit: number): Output<'retention.due'>;
  /** Newest first. */
  weedings(): Promise<readonly WeedingRow[]>;
  /** A list of people to be forgotten, all of them due today. @throws SinergiError `weeding-changed` */
  propose(ids: readonly Id[]): Promise<WeedingRow>;
  /**
   * Forgets the people of a list for good. A second call brings one to its end whose folding failed.
   *
   * @throws SinergiError `approval-required`, `approval-forged`; `weeding-changed` when one of them is not due any more
   */
  weed(id: Id): Promise<WeedingRow>;
}

export function createRetention(session: Session, approvals: Approvals, now: () => Date): Retention {
  const today = (): string => now().toISOString().slice(0, 10);

  function requireDue(vault: GuardedVault, ids: readonly Id[]): void {
    const due = new Set(dueIn(vault, 'people-unlinked', today()).map(({ id }) => id));
    if (!ids.every((id) => due.has(id))) throw new SinergiError('weeding-changed');
  }

  const isUnfinished = ({ doneAt, generation }: Weeding, current: number): boolean =>
    doneAt !== undefined && generation !== undefined && current < generation + foldingsToForget;

  function rowOf(vault: GuardedVault, weeding: Weeding, generation: number): WeedingRow {
    const { id, list, ids, createdAt, createdBy, doneAt, changedBy, rows } = weeding;
    return {
      id,
      list,
      count: ids.length,
      proposedAt: createdAt,
      proposedBy: vault.officerName(createdBy),
      state: doneAt === undefined ? 'proposed' : isUnfinished(weeding, generation) ? 'unfinished' : 'done',
      doneAt: doneAt ?? null,
      doneBy: doneAt === undefined ? null : vault.officerName(changedBy),
      rows: rows ?? null,
    };
  }

  return {
    rules() {
      const written = [...living(session.vault('settings.read'), 'retentionRules')];
      return retentionClasses.map((recordClass) => {
        const rule = written.find((each) => each.recordClass === recordClass);
        return {
          recordClass,
          version: rule?.version ?? null,
          purpose: rule?.purpose ?? null,
          legalBasis: rule?.legalBasis ?? null,
          months: rule?.months ?? usualMonths[recordClass],
        };
      });
    },
    async saveRule(version, fields) {
      const vault = session.vault('retention.rules');
      await vault.transact({ action: 'retention.rule', entity: 'retentionRules' }, (transaction) => {
        const rule = [...living(vault, 'retentionRules')].find((each) => each.recordClass === fields.recordClass);
        if (rule === undefined) transaction.create('retentionRules', fields);
        else transaction.change('retentionRules', rule.id, version ?? 0, fields);
      });
    },
    due(recordClass, limit) {
      const rows = dueIn(session.vault('retention.read'), recordClass, today());
      return { total: rows.length, ids: rows.map(({ id }) => id), rows: rows.slice(0, limit) };
    },
    async weedings() {
      const vault = session.vault('retention.read');
      const { generation } = await vault.info();
      return [...living(vault, 'weedings')]
        .map((weeding) => rowOf(vault, weeding, generation))
        .sort((a, b) => (a.proposedAt < b.proposedAt ? 1 : -1));
    },
    async propose(people) {
      const vault = session.vault('retention.weed');
      const ids = [...new Set(people)].sort((a, b) => (a < b ? -1 : 1));
      requireDue(vault, ids);
      const made = await vault.transact({ action: 'retention.propose', entity: 'weedings' }, (transaction) =>
        transaction.create('weedings', { ids, list: dataHash(ids) }),
      );
      return rowOf(vault, made, 0);
    },
    async weed(id) {
      const vault = session.vault('retention.weed');
      const weeding = find(vault, 'weedings', id);
      if (weeding.doneAt === undefined) {
        const { ids, version } = weeding;
        requireDue(vault, ids);
        const list = dataHash(ids);
        const approval = approvals.approvalFor(vault, { kind: 'weed', list, count: ids.length });
        const { generation } = await vault.info();
        const note = { action: 'retention.weed', entity: 'weedings', entityId: id, reason: list } as const;
        await vault.erase(note, (transaction) => {
          const rows = forget(vault, transaction, ids);
          approvals.useIn(transaction, approval);
          const approvalId = approval === null ? {} : { approvalId: approval.id };
          transaction.change('weedings', id, version, { doneAt: now().toISOString(), rows, generation, ...approvalId });
        });
      } else
        for (let { generation } = await vault.info(); isUnfinished(weeding, generation); ) {
          await vault.compact();
          ({ generation } = await vault.info());
        }
      const { generation } = await vault.info();
      return rowOf(vault, find(vault, 'weedings', id), generation);
    },
  };
}
