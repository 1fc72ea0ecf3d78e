import type { Input, Output } from '../../../shared/contract.ts';
import type { DeskVisit } from '../../../shared/domain/desk-visit.ts';
import { inmateRole } from '../../../shared/domain/person.ts';
import { SinergiError } from '../../../shared/errors.ts';
import { type AnalysisRunner, runAnalysisInWorker } from '../analysis/analysis-thread.ts';
import { find, living } from '../records.ts';
import type { Session } from '../session.ts';
import type { Undo } from '../undo.ts';
import { checkAtDesk, newcomerFacts } from './checking.ts';
import { fileDeskVisits } from './filing.ts';

export interface Desk {
  check(asked: Input<'desk.check'>): Promise<Output<'desk.check'>>;
  /** @throws SinergiError `visitor-banned` when somebody banned was to be let in, `ban-likely` without a card compared, `not-found` */
  enter(fields: Input<'desk.enter'>): Promise<DeskVisit>;
  list(day: string): Output<'desk.list'>;
  /** @throws SinergiError `conflict` */
  leave(id: string, version: number, timeOut: string | null): Promise<DeskVisit>;
  /** @throws SinergiError `visit-filed`, `conflict` */
  withdraw(id: string, version: number): Promise<{ undoId: string }>;
}

export interface DeskOptions {
  readonly session: Session;
  readonly undo: Undo;
  readonly workers: { path(name: string): string };
  /** Where people are compared; a worker thread when nothing else is said. */
  readonly runner?: AnalysisRunner;
}

export function createDesk({ session, undo, workers, runner: given }: DeskOptions): Desk {
  const runner = given ?? runAnalysisInWorker(() => workers.path('analysis'));

  return {
    async check(asked) {
      session.vault('visits.enter');
      return await checkAtDesk(session, asked, runner);
    },
    async enter({ visitor, inmateId, day, cardChecked, ...told }) {
      const vault = session.vault('visits.enter');
      const inmate = find(vault, 'people', inmateId);
      const role = inmateRole(inmate);
      if (role === undefined) throw new SinergiError('not-found', { collection: 'people', id: inmateId });
      if (told.outcome === 'admitted') {
        const { bans } = await checkAtDesk(session, { visitor, inmateId: null, day }, runner);
        if (bans.some(({ band }) => band === null)) throw new SinergiError('visitor-banned');
        if (bans.length > 0 && !cardChecked) throw new SinergiError('ban-likely');
      }
      if (told.outcome === 'turned-away' && told.reason === '')
        throw new SinergiError('invalid-input', { fields: ['reason'] });
      await fileDeskVisits(vault, day);
      const action = told.outcome === 'admitted' ? 'visit.enter' : 'visit.turn-away';
      return await vault.transact({ action, entity: 'deskVisits' }, (transaction) => {
        const person =
          'id' in visitor
            ? find(vault, 'people', visitor.id)
            : transaction.create('people', {
                ...newcomerFacts(visitor),
                roles: [{ kind: 'visitor' }],
                notes: '',
                provenance: { kind: 'officer' },
                retention: 'register',
              });
        return transaction.create('deskVisits', {
          ...told,
          ...(cardChecked && { cardChecked }),
          day,
          timeOut: null,
          visitorId: person.id,
          inmateId,
          asWritten: {
            visitorName: person.name,
            nationalId: person.nationalIds[0] ?? '',
            phone: person.phones[0] ?? '',
            address: person.addresses[0] ?? '',
            inmateName: inmate.name,
            registrationNumber: role.registrationNumber ?? '',
            cell: role.cell ?? '',
          },
        });
      });
    },
    list(day) {
      const vault = session.vault('visits.read');
      const person = (id: string) => vault.document.people[id];
      return [...living(vault, 'deskVisits')]
        .filter((visit) => visit.day === day)
        .sort((a, b) => (`${a.timeIn} ${a.id}` < `${b.timeIn} ${b.id}` ? 1 : -1))
        .map((visit) => ({
          visit,
          visitorName: person(visit.visitorId)?.name ?? visit.asWritten.visitorName,
          inmateName: person(visit.inmateId)?.name ?? visit.asWritten.inmateName,
          cell: visit.asWritten.cell,
          byName: vault.officerName(visit.createdBy),
        }));
    },
    async leave(id, version, timeOut) {
      return await session
        .vault('visits.enter')
        .transact({ action: 'visit.leave', entity: 'deskVisits', entityId: id }, (transaction) =>
          transaction.change('deskVisits', id, version, { timeOut }),
        );
    },
    async withdraw(id, version) {
      const vault = session.vault('visits.enter');
      if (find(vault, 'deskVisits', id).filed !== undefined) throw new SinergiError('visit-filed');
      const note = { action: 'visit.withdraw', entity: 'deskVisits', entityId: id } as const;
      const gone = await vault.transact(note, (transaction) => transaction.remove('deskVisits', id, version));
      return undo.offer(async () => {
        await session
          .vault('visits.enter')
          .transact({ ...note, action: 'visit.restore' }, (transaction) =>
            transaction.restore('deskVisits', id, gone.version),
          );
      });
    },
  };
}
