import type { AlertRow } from '../../../shared/contract/alerts.ts';
import type { Input, Output } from '../../../shared/contract.ts';
import { type AlertAct, mostKeptRows } from '../../../shared/domain/alert.ts';
import { may } from '../../../shared/domain/access.ts';
import type { Finding } from '../../../shared/analysis/detection/finding.ts';
import { prisonDay } from '../../../shared/domain/prison-clock.ts';
import { SinergiError } from '../../../shared/errors.ts';
import type { FieldsOf } from '../../../shared/domain/document.ts';
import type { VaultPort } from '../../vault/port.ts';
import { fileDeskVisits } from '../desk/filing.ts';
import { type Detection, findingRow } from '../detection/detection.ts';
import { evidenceOf } from '../detection/evidence.ts';
import { find, living } from '../records.ts';
import type { Session } from '../session.ts';
import type { Undo } from '../undo.ts';
import { putAct, restoreAct, type Word } from './acts.ts';
import { actOf, alertsIn, findingOf } from './listing.ts';
import { linksFrom, membersFrom, withFindings } from './taking.ts';

export interface Alerts {
  list(input: Input<'alerts.list'>): Output<'alerts.list'>;
  summary(): Output<'alerts.summary'>;
  /** @throws SinergiError `busy`, `cancelled`, `vault-read-only` */
  search(): Promise<Output<'alerts.search'>>;
  /** @throws SinergiError `not-found` */
  rows(input: Input<'alerts.rows'>): Output<'alerts.rows'>;
  /** @throws SinergiError `not-found` */
  take(input: Input<'alerts.take'>): Promise<Output<'alerts.take'>>;
  /** @throws SinergiError `not-found` */
  dismiss(key: string, reason: string): Promise<{ undoId: string }>;
  /** @throws SinergiError `not-found` */
  putOff(key: string, until: string): Promise<{ undoId: string }>;
  /** @throws SinergiError `not-found` */
  reopen(key: string): Promise<void>;
  ofCase(caseId: string): Output<'alerts.ofCase'>;
}

export interface AlertOptions {
  readonly session: Session;
  readonly undo: Undo;
  readonly detection: Detection;
  readonly now: () => Date;
}

export function createAlerts({ session, undo, detection, now }: AlertOptions): Alerts {
  const today = (): string => prisonDay(now());

  function all(): readonly AlertRow[] {
    const vault = session.vault('visits.read');
    return alertsIn(vault, may(vault.actor.roles, 'cases.read') ? session.vault('cases.read') : null, today());
  }
  function known(key: string): AlertRow {
    const row = all().find((each) => each.key === key);
    if (row === undefined) throw new SinergiError('not-found', { collection: 'alerts', id: key });
    return row;
  }

  /** Says the last word on an alert, and lets it be taken back. */
  async function say(action: string, key: string, word: Word): Promise<{ undoId: string }> {
    const vault = session.vault('findings.dismiss');
    const before = actOf(vault, key);
    await vault.transact({ action, entity: 'alertActs' }, (transaction) => putAct(transaction, before, key, word));
    return undo.offer(() => unsay(key, before));
  }
  async function unsay(key: string, before: AlertAct | undefined): Promise<void> {
    const vault = session.vault('findings.dismiss');
    const current = actOf(vault, key);
    if (current === undefined) throw new SinergiError('not-found', { collection: 'alertActs', id: key });
    await vault.transact({ action: 'alert.reopen', entity: 'alertActs' }, (transaction) =>
      restoreAct(transaction, current, before),
    );
  }

  return {
    list({ state, subject, offset, limit }) {
      const rows = all().filter((row) => row.state === state && (subject === null || row.subject === subject));
      return { total: rows.length, rows: rows.slice(offset, offset + limit) };
    },
    summary() {
      const vault = session.vault('visits.read');
      const search = searchOf(vault);
      const unsearched = [...living(vault, 'imports')].filter(({ createdAt }) => createdAt > (search?.through ?? ''));
      return {
        open: all().filter(({ state }) => state === 'open').length,
        unsearched: unsearched.length,
        searchedAt: search?.changedAt ?? null,
        mayHandle: !vault.readOnly && may(vault.actor.roles, 'findings.dismiss'),
      };
    },
    async search() {
      if (session.vault('findings.dismiss').readOnly) throw new SinergiError('vault-read-only');
      // What was entered today may still be withdrawn.
      await fileDeskVisits(session.vault('findings.dismiss'), today());
      const through = newestImport(session.vault('visits.read'));
      const findings = await detection.run({ withOffices: false, withFamilies: false }, true);
      const vault = session.vault('findings.dismiss');
      const withStaff = may(vault.actor.roles, 'staff.read');
      const kept = new Map([...living(vault, 'alerts')].map((alert) => [alert.findingId, alert]));
      const dismissed = detection.dismissals();
      const fresh = findings.filter(({ id }) => !kept.has(id) && !dismissed.has(id));
      const found = new Map(findings.map((finding) => [finding.id, finding]));
      const before = searchOf(vault);
      const outcome = { withStaff, through, found: findings.length, fresh: fresh.length };
      await vault.transact({ action: 'alert.search', entity: 'alertSearches' }, (transaction) => {
        for (const finding of fresh) transaction.create('alerts', fieldsOf(finding));
        for (const alert of kept.values()) {
          const finding = found.get(alert.findingId);
          const ended = finding === undefined;
          if (finding !== undefined && finding.rows.length !== alert.rowCount)
            transaction.change('alerts', alert.id, alert.version, fieldsOf(finding));
          else if (alert.ended !== ended) transaction.change('alerts', alert.id, alert.version, { ended });
        }
        if (before === undefined) transaction.create('alertSearches', outcome);
        else transaction.change('alertSearches', before.id, before.version, outcome);
      });
      return { found: findings.length, fresh: fresh.length };
    },
    rows({ id, offset, limit }) {
      const vault = session.vault('visits.read');
      return evidenceOf(vault, findingOf(vault, find(vault, 'alerts', id)), offset, limit);
    },
    async take({ key, caseId, source }) {
      const vault = session.vault('cases.write');
      const row = known(key);
      const file = find(vault, 'cases', caseId);
      const alert = row.finding === null ? null : findingOf(vault, find(vault, 'alerts', row.finding.id));
      const told = alert ?? { id: null, kind: null, people: row.person === null ? [] : [row.person.id], inmates: [] };
      if (told.people.length + told.inmates.length === 0) throw new SinergiError('not-found', { collection: 'people' });
      const present = new Map(file.members.map((member) => [member.personId, member]));
      const coming = membersFrom(vault, told, now().toISOString());
      const added = coming.filter(({ personId }) => !present.has(personId));
      const members = [...file.members.map((member) => withFindings(member, coming)), ...added];
      const joined = new Set(members.map(({ personId }) => personId));
      const pairs = new Set(
        [...living(vault, 'links')].filter((link) => link.caseId === caseId).map((link) => pairOf(link)),
      );
      const links = told.kind === null ? [] : linksFrom(told, source);
      const fresh = links.filter((link) => joined.has(link.from) && joined.has(link.to) && !pairs.has(pairOf(link)));
      const note = { action: 'alert.take', entity: 'cases', entityId: caseId } as const;
      const before = actOf(vault, key);
      const made = await vault.transact(note, (transaction) => {
        transaction.change('cases', caseId, file.version, { members });
        putAct(transaction, before, key, { act: 'taken', caseId, reason: '' });
        return fresh.map((fields) => transaction.create('links', { ...fields, caseId }));
      });
      const { undoId } = undo.offer(async () => {
        const writes = session.vault('cases.write');
        const current = find(writes, 'cases', caseId);
        const act = actOf(writes, key);
        const gone = new Set(added.map(({ personId }) => personId));
        await writes.transact({ ...note, action: 'alert.reopen' }, (transaction) => {
          const left = current.members.filter(({ personId }) => !gone.has(personId));
          const asBefore = left.map((member) => present.get(member.personId) ?? member);
          transaction.change('cases', caseId, current.version, { members: asBefore });
          for (const { id, version } of made) transaction.remove('links', id, version);
          if (act !== undefined) restoreAct(transaction, act, before);
        });
      });
      return { undoId, members: added.length, links: made.length };
    },
    async dismiss(key, reason) {
      const vault = session.vault('findings.dismiss');
      const { finding } = known(key);
      if (finding === null) return await say('alert.dismiss', key, { act: 'done', reason });
      const { findingId, kind, people, inmates } = find(vault, 'alerts', finding.id);
      const before = actOf(vault, key);
      const dismissal = await vault.transact(
        { action: 'finding.dismiss', entity: 'dismissals', reason },
        (transaction) => {
          putAct(transaction, before, key, { act: 'done', reason });
          return transaction.create('dismissals', { findingId, kind, reason, people, inmates });
        },
      );
      return undo.offer(async () => {
        const current = session.vault('findings.dismiss');
        const act = actOf(current, key);
        await current.transact({ action: 'finding.reopen', entity: 'dismissals' }, (transaction) => {
          transaction.remove('dismissals', dismissal.id, dismissal.version);
          if (act !== undefined) restoreAct(transaction, act, before);
        });
      });
    },
    async putOff(key, until) {
      session.vault('findings.dismiss');
      known(key);
      return await say('alert.put-off', key, { act: 'later', until, reason: '' });
    },
    async reopen(key) {
      const vault = session.vault('findings.dismiss');
      const { finding } = known(key);
      const act = actOf(vault, key);
      const findingId = finding === null ? undefined : find(vault, 'alerts', finding.id).findingId;
      const dismissal = findingId === undefined ? undefined : detection.dismissals().get(findingId);
      if (act === undefined && dismissal === undefined)
        throw new SinergiError('not-found', { collection: 'alerts', id: key });
      await vault.transact({ action: 'alert.reopen', entity: 'alertActs' }, (transaction) => {
        if (act !== undefined) transaction.remove('alertActs', act.id, act.version);
        if (dismissal !== undefined) transaction.remove('dismissals', dismissal.id, dismissal.version);
      });
    },
    ofCase(caseId) {
      const vault = session.vault('cases.read');
      const wanted = new Set(find(vault, 'cases', caseId).members.flatMap(({ findings = [] }) => findings));
      return [...wanted].flatMap((id) => {
        const alert = vault.document.alerts[id];
        return alert === undefined ? [] : [findingRow(vault, findingOf(vault, alert), undefined)];
      });
    },
  };
}

const searchOf = (vault: VaultPort) => {
  const withStaff = may(vault.actor.roles, 'staff.read');
  return [...living(vault, 'alertSearches')].find((search) => search.withStaff === withStaff);
};

function newestImport(vault: VaultPort): string {
  let newest = '';
  for (const { createdAt } of living(vault, 'imports')) if (createdAt > newest) newest = createdAt;
  return newest;
}

const fieldsOf = ({ id, rows, values, people, inmates, ...rest }: Finding): FieldsOf<'alerts'> => ({
  ...rest,
  findingId: id,
  people: [...people],
  inmates: [...inmates],
  rows: rows.slice(0, mostKeptRows),
  rowCount: rows.length,
  values: { ...values },
  ended: false,
});

const pairOf = ({ from, to, kind }: { readonly from: string; readonly to: string; readonly kind: string }): string =>
  [...[from, to].sort(), kind].join(' ');
