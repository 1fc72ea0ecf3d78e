import type { Id } from './basics.ts';
import type { Case } from './case.ts';
import type { Report } from './report.ts';
import { type OfficerRole, officerRoles } from './officer.ts';

/** How far a verb reaches: everything, only cases the officer belongs to, or nothing. */
export type Reach = 'all' | 'own' | 'no';

type Row = Readonly<Partial<Record<OfficerRole, Exclude<Reach, 'no'>>>>;

const everybody: Row = Object.fromEntries(officerRoles.map((role) => [role, 'all']));

/**
 * Who may do what: the one table. Shown under Settings, enforced by the session for the window and the command line
 * alike, and declared by every channel of the contract. What a role is not named for it may not do; an officer of several
 * roles may do what any of them may.
 */
export const access = {
  /** What belongs to being in the vault at all: locking, copying, one's own passphrase. */
  'own.session': everybody,
  'officers.list': everybody,
  'settings.read': everybody,
  'vault.info': everybody,

  'people.read': { officer: 'all', analyst: 'all', supervisor: 'all', integrity: 'all' },
  'people.write': { officer: 'all', analyst: 'all' },
  'people.remove': { officer: 'all' },
  /** People who are one, made one, and taken apart again. */
  'people.join': { officer: 'all', analyst: 'all' },
  /** Visits and all other registers of events, and what is found in them. */
  'visits.read': { officer: 'all', analyst: 'all', supervisor: 'all', integrity: 'all' },
  'imports.read': { officer: 'all', analyst: 'all', supervisor: 'all', integrity: 'all' },
  /** Whoever brings the staff roster in sees no row of it afterwards; that is `staff.read`. */
  'imports.run': { officer: 'all', integrity: 'all' },
  'findings.dismiss': { officer: 'all', analyst: 'all', supervisor: 'all', integrity: 'all' },
  'bans.write': { officer: 'all', supervisor: 'all' },
  'watches.write': { officer: 'all', analyst: 'all', supervisor: 'all' },
  /** Entering visits at the counter. */
  'visits.enter': { officer: 'all' },
  /** The staff roster, and findings that name staff. */
  'staff.read': { integrity: 'all' },

  'cases.read': { officer: 'own', analyst: 'own', supervisor: 'all' },
  'cases.create': { officer: 'own', analyst: 'own' },
  'cases.write': { officer: 'own', analyst: 'own' },
  'cases.remove': { officer: 'own' },
  /** Who belongs to a case. */
  'cases.officers': { officer: 'own', supervisor: 'all' },
  /** Tasks of a case: giving them out, and saying where they stand. */
  'cases.tasks': { officer: 'own', analyst: 'own', supervisor: 'all' },
  /** Entries of the decision log. */
  'cases.decide': { officer: 'own', analyst: 'own', supervisor: 'all' },
  /** Reviewing, closing and reopening. */
  'cases.close': { officer: 'own', supervisor: 'all' },
  'cases.export': { officer: 'own', supervisor: 'all' },

  /** Threats, disturbances, searches, and what the registers warn of: numbers by block, and no names. */
  'mitigation.read': { officer: 'all', analyst: 'all', supervisor: 'all' },
  'mitigation.write': { officer: 'all', analyst: 'all', supervisor: 'all' },
  /** From when on an indicator warns, and the plan of the prison. */
  'mitigation.rules': { supervisor: 'all', administrator: 'all' },

  /** Exercises in a practice vault; elsewhere there is nothing to play. */
  'training.play': everybody,
  /** Who has learnt what. */
  'skills.read': { officer: 'all', analyst: 'all', supervisor: 'all', administrator: 'all' },
  'skills.write': { supervisor: 'all', administrator: 'all' },

  /** What is kept longer than agreed. */
  'retention.read': { officer: 'all', supervisor: 'all' },
  'retention.rules': { supervisor: 'all', administrator: 'all' },
  'retention.weed': { officer: 'all', supervisor: 'all' },
  'reports.read': { officer: 'own', analyst: 'own', supervisor: 'all' },
  'reports.write': { officer: 'own', analyst: 'own' },
  /** Judging what another officer wrote; also reports that belong to no case yet. */
  'reports.evaluate': { analyst: 'own', supervisor: 'all' },
  'reports.disseminate': { supervisor: 'all' },
  'reports.recall': { officer: 'own', analyst: 'own', supervisor: 'all' },
  'reports.print': { officer: 'own', analyst: 'own', supervisor: 'all' },

  /** Names behind sources of reports. */
  'sources.read': { 'source-handler': 'all' },
  'sources.write': { 'source-handler': 'all' },
  /** Ask who a source is, and read it once. */
  'sources.unseal': { supervisor: 'all' },
  /** What sources are called in reports, and how reliable they have proved. */
  'sources.pseudonyms': { officer: 'all', analyst: 'all', supervisor: 'all', 'source-handler': 'all' },

  'approvals.read': everybody,
  'approvals.request': {
    officer: 'own',
    analyst: 'own',
    supervisor: 'all',
    administrator: 'own',
    'source-handler': 'own',
  },
  'approvals.release': { supervisor: 'all' },
  'approvals.restore': { supervisor: 'all', administrator: 'all' },
  /** A handler's word counts, too: nobody else can hand an identity over. */
  'approvals.unseal': { supervisor: 'all', 'source-handler': 'all' },
  'approvals.weed': { supervisor: 'all', administrator: 'all' },

  /** What came and went, and the agencies it came from and went to. */
  'exchange.read': { officer: 'own', analyst: 'own', supervisor: 'all' },
  /** The keys of this agency. */
  'exchange.keys': { administrator: 'all' },
  'exchange.trust': { supervisor: 'all', administrator: 'all' },
  'exchange.send': { officer: 'own', supervisor: 'all' },
  'exchange.receive': { officer: 'all', supervisor: 'all' },
  /** What an originator says of its own: a recall, an agreement; carried out wherever it stands. */
  'exchange.originator': { officer: 'all', supervisor: 'all' },

  /** Meetings, operations and commitments of agencies. */
  'coordination.read': { officer: 'all', analyst: 'all', supervisor: 'all' },
  'coordination.write': { officer: 'all', supervisor: 'all' },

  'audit.read': { administrator: 'all', supervisor: 'all', auditor: 'all' },
  'audit.export': { administrator: 'all', auditor: 'all' },

  'officers.manage': { administrator: 'all' },
  'settings.change': { administrator: 'all' },
  'vault.keys': { administrator: 'all' },
  /** Staging a new version of the program, and going back to the one before. */
  'program.update': { administrator: 'all' },
  'vault.verify': { administrator: 'all', supervisor: 'all', auditor: 'all' },
  'vault.backup': { administrator: 'all' },
  'vault.restore': { administrator: 'all' },
  /** Taking an older state of the vault for the one that counts. */
  'vault.accept': { administrator: 'all' },
  /** Putting what is left of a damaged vault into a new one. */
  'vault.salvage': { administrator: 'all' },
} as const satisfies Readonly<Record<string, Row>>;

export type Verb = keyof typeof access;

const isVerb = (name: string): name is Verb => Object.hasOwn(access, name);
export const verbs: readonly Verb[] = Object.keys(access).filter(isVerb);

const rank = { no: 0, own: 1, all: 2 } as const satisfies Record<Reach, number>;

/** How far an officer of these roles reaches with a verb: as far as the role that reaches furthest. */
export function reachOf(roles: readonly OfficerRole[], verb: Verb): Reach {
  const row: Row = access[verb];
  let furthest: Reach = 'no';
  for (const role of roles) {
    const reach = row[role] ?? 'no';
    if (rank[reach] > rank[furthest]) furthest = reach;
  }
  return furthest;
}

export const may = (roles: readonly OfficerRole[], verb: Verb): boolean => reachOf(roles, verb) !== 'no';

/** Who belongs to a case; whoever made it, until a list was set. */
export const officersOfCase = ({ officers, createdBy }: Pick<Case, 'officers' | 'createdBy'>): readonly Id[] =>
  officers ?? [createdBy];

/**
 * Whether an officer who reaches so far sees this report: who wrote it or had it in hand, who belongs to one of its cases,
 * and, of reports of no case that are drafts no more, who may evaluate them.
 */
export function reachesReport(
  reach: Reach,
  officer: { readonly id: Id; readonly roles: readonly OfficerRole[] },
  report: Pick<Report, 'author' | 'steps' | 'state' | 'caseIds'>,
  reachesCaseId: (caseId: Id) => boolean,
): boolean {
  if (reach !== 'own') return reach === 'all';
  if (report.author === officer.id || report.steps.some(({ by }) => by === officer.id)) return true;
  if (report.caseIds.length > 0) return report.caseIds.some(reachesCaseId);
  return report.state !== 'draft' && may(officer.roles, 'reports.evaluate');
}

/** Whether an officer who reaches so far sees this case at all. */
export const reachesCase = (reach: Reach, officerId: Id, file: Pick<Case, 'officers' | 'createdBy'>): boolean =>
  reach === 'all' || (reach === 'own' && officersOfCase(file).includes(officerId));
