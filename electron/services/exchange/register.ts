import type { ExchangeStatistics, RegisterRow, RequestRow } from '../../../shared/domain/exchange/rows.ts';
import { requestState } from '../../../shared/domain/exchange/package.ts';
import { handlingLabel } from '../../../shared/domain/handling.ts';
import { prisonDay } from '../../../shared/domain/prison-clock.ts';
import { find, living } from '../records.ts';
import type { Session } from '../session.ts';
import { rowsOf } from './receiving.ts';

/** First and last day by the prison's clock; null without a border. */
export interface Period {
  readonly from: string | null;
  readonly until: string | null;
}

const whole: Period = { from: null, until: null };

const isWithin = ({ from, until }: Period, at: string): boolean => {
  const day = prisonDay(new Date(at));
  return (from === null || day >= from) && (until === null || day <= until);
};

/** What went and what came, by whom and why. */
export interface ExchangeRegister {
  /** Newest first. Packages of cases the officer does not reach are not in it. */
  rows(period?: Period): readonly RegisterRow[];
  statistics(period?: Period): ExchangeStatistics;
  requests(): readonly RequestRow[];
  /** @throws SinergiError `not-found`, `conflict` */
  closeRequest(id: string, version: number, note: string): Promise<void>;
}

export function createRegister(session: Session, now: () => Date): ExchangeRegister {
  const today = (): string => now().toISOString().slice(0, 10);

  function rows(period: Period = whole): RegisterRow[] {
    const vault = session.vault('exchange.read');
    const out = [...living(vault, 'sentPackages')].map(
      ({ manifest, toName, receipt, createdAt, unwritten, feedback = [] }): RegisterRow => ({
        direction: 'out',
        packageId: manifest.packageId,
        kind: manifest.body.kind,
        agency: toName,
        officer: manifest.officer,
        at: createdAt,
        purpose: manifest.purpose,
        handling: handlingLabel(manifest.handling),
        expiresOn: manifest.expiresOn,
        counts: manifest.counts,
        contentSha256: manifest.content.sha256,
        outcome:
          receipt === undefined ? null : { accepted: receipt.accepted, rejected: receipt.rejected, held: receipt.held },
        receiptAt: receipt?.receivedAt ?? null,
        feedback: feedback.map(({ use, outcome, at }) => ({ use, outcome, at })),
        unwritten: unwritten !== undefined,
      }),
    );
    const receipts = new Map(
      [...living(vault, 'sentPackages')].flatMap(({ manifest, unwritten }) =>
        manifest.body.kind === 'receipt' && unwritten === undefined
          ? [[manifest.body.packageId, manifest.sealedAt] as const]
          : [],
      ),
    );
    const into = rowsOf(vault, [...living(vault, 'receivedPackages')]).map(
      (row): RegisterRow => ({
        direction: 'in',
        packageId: row.packageId,
        kind: row.kind,
        agency: row.from,
        officer: row.receivedBy,
        at: row.receivedAt,
        purpose: row.purpose,
        handling: handlingLabel(row.handling),
        expiresOn: row.expiresOn,
        counts: row.counts,
        contentSha256: row.contentSha256,
        outcome: row.items,
        receiptAt: receipts.get(row.packageId) ?? null,
        feedback: [],
        unwritten: false,
      }),
    );
    return [...out, ...into].filter(({ at }) => isWithin(period, at)).sort((a, b) => (a.at < b.at ? 1 : -1));
  }

  function requests(): RequestRow[] {
    const vault = session.vault('exchange.read');
    return [...living(vault, 'informationRequests')]
      .map((request) => ({
        id: request.id,
        requestId: request.requestId,
        direction: request.direction,
        agency: request.agency,
        agencyId: request.agencyId,
        subject: request.subject,
        question: request.question,
        deadline: request.deadline,
        at: request.createdAt,
        version: request.version,
        state: requestState(request, today()),
        answers: [...request.answers],
        closedNote: request.closed?.note ?? null,
      }))
      .sort((a, b) => (a.at < b.at ? 1 : -1));
  }

  return {
    rows,
    requests,
    statistics(period = whole) {
      const all = rows(period);
      const asked = requests().filter(({ at }) => isWithin(period, at));
      const of = (state: RequestRow['state']): number => asked.filter((each) => each.state === state).length;
      const items = all.filter(({ kind, unwritten }) => kind === 'items' && !unwritten);
      const sent = items.filter(({ direction }) => direction === 'out');
      const received = items.filter(({ direction }) => direction === 'in');
      const agencies = [...new Set(items.map(({ agency }) => agency))].sort();
      return {
        sent: sent.length,
        received: received.length,
        receipts: sent.filter(({ receiptAt }) => receiptAt !== null).length,
        awaitingReceipt: sent.filter(({ receiptAt }) => receiptAt === null).length,
        openRequests: of('open'),
        overdueRequests: of('overdue'),
        held: received.reduce((sum, { outcome }) => sum + (outcome?.held ?? 0), 0),
        agencies: agencies.map((agency) => {
          const theirs = items.filter((row) => row.agency === agency);
          const total = (key: 'accepted' | 'rejected'): number =>
            theirs.reduce((sum, { outcome }) => sum + (outcome?.[key] ?? 0), 0);
          return {
            agency,
            sent: theirs.filter(({ direction }) => direction === 'out').length,
            received: theirs.filter(({ direction }) => direction === 'in').length,
            accepted: total('accepted'),
            rejected: total('rejected'),
          };
        }),
      };
    },
    async closeRequest(id, version, note) {
      const vault = session.vault('exchange.send');
      find(vault, 'informationRequests', id);
      const closed = { at: now().toISOString(), by: vault.actor.officerId, note: note.trim() };
      await vault.transact(
        { action: 'exchange.request-close', entity: 'informationRequests', entityId: id },
        (transaction) => transaction.change('informationRequests', id, version, { closed }),
      );
    },
  };
}
