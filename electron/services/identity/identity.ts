import type { DuplicatePair } from '../../../shared/analysis/identity/duplicates.ts';
import { pairKey } from '../../../shared/analysis/identity/duplicates.ts';
import type { Band } from '../../../shared/analysis/identity/model.ts';
import type { Input, Output, Progress } from '../../../shared/contract.ts';
import type { Id } from '../../../shared/domain/basics.ts';
import { joinedPeople } from '../../../shared/domain/identity.ts';
import type { Person } from '../../../shared/domain/person.ts';
import { SinergiError } from '../../../shared/errors.ts';
import { newId } from '../../vault/ids.ts';
import type { VaultPort } from '../../vault/port.ts';
import { analysisInput } from '../analysis/analysis-input.ts';
import { type AnalysisRunner, runAnalysisInWorker } from '../analysis/analysis-thread.ts';
import { analysisProgress } from '../analysis/progress.ts';
import { find, living } from '../records.ts';
import type { Session } from '../session.ts';
import type { Undo } from '../undo.ts';
import { joinPeople, References } from './joining.ts';
import { pairSide } from './pair-side.ts';
import { separatePeople } from './separating.ts';

export interface Identity {
  /** Pairs who may be one person, the likeliest first; those an officer said are two are left out. */
  duplicates(): Promise<readonly DuplicatePair[]>;
  /** Joins everybody of a band and the ones above it, in one step that can be undone. */
  resolve(accept: Band): Promise<Resolved>;
  /** Takes the newest step of joins apart. @throws SinergiError `nothing-to-undo` */
  undoResolve(): Promise<Resolved>;
  scan(): Promise<Output<'identity.scan'>>;
  queue(query: Input<'identity.queue'>): Output<'identity.queue'>;
  decide(decision: Input<'identity.decide'>): Promise<{ undoId: string }>;
  /** Joins in which a person was kept, the newest first. */
  joinsOf(personId: Id): Output<'identity.joins'>;
  separate(joinId: Id): Promise<void>;
  cancel(): void;
}

/** How many people were left of how many. */
export interface Resolved {
  readonly joined: number;
  readonly people: number;
}

export interface IdentityOptions {
  readonly session: Session;
  readonly undo: Undo;
  readonly workers: { path(name: string): string };
  readonly emit: (progress: Progress) => void;
  /** Where the work is done; a worker thread when nothing else is said. */
  readonly runner?: AnalysisRunner;
}

export function createIdentity({ session, undo, workers, emit, runner: given }: IdentityOptions): Identity {
  const runner = given ?? runAnalysisInWorker(() => workers.path('analysis'));
  let running: AbortController | null = null;
  /** What the last search found; pairs decided since are left out when it is shown. */
  let scanned: readonly DuplicatePair[] | null = null;
  session.beforeEnd(() => {
    running?.abort();
    scanned = null;
  });

  async function search(accept: Band | null) {
    if (running !== null) throw new SinergiError('busy');
    const { signal } = (running = new AbortController());
    try {
      const vault = session.vault('people.read');
      const task = { task: 'duplicates', apart: apartIn(vault), accept } as const;
      const answer = await runner.run(await analysisInput(vault), task, analysisProgress(emit), signal);
      if (signal.aborted) throw new SinergiError('cancelled');
      if (answer.task !== 'duplicates') throw new SinergiError('internal', { part: 'analysis' });
      return answer;
    } finally {
      running = null;
    }
  }

  async function joinGroups(groups: readonly (readonly Id[])[], action: string): Promise<Resolved> {
    const vault = session.vault('people.join');
    const people = [...living(vault, 'people')].length;
    if (groups.length === 0) return { joined: 0, people };
    const step = newId(Date.now());
    const joined = await vault.transact({ action, entity: 'joins', entityId: step }, (transaction) => {
      const references = new References(vault);
      let count = 0;
      for (const group of groups) {
        const members = group.map((id) => find(vault, 'people', id));
        if (joinPeople(transaction, references, step, keptFirst(vault, members))) count += members.length - 1;
      }
      return count;
    });
    return { joined, people: people - joined };
  }

  /** Where a pair's people are now, after what was joined since it was found; null when nothing is left to decide. */
  function open(pairs: readonly DuplicatePair[], vault: VaultPort): readonly DuplicatePair[] {
    const joined = joinedPeople(living(vault, 'joins'));
    const apart = apartIn(vault);
    const seen = new Set<string>();
    return pairs.flatMap((pair) => {
      const [a, b] = [joined.get(pair.a) ?? pair.a, joined.get(pair.b) ?? pair.b];
      const key = pairKey(a, b);
      const people = vault.document.people;
      const gone = [a, b].some((id) => people[id] === undefined || people[id].removed !== undefined);
      if (a === b || gone || apart.has(key) || seen.has(key)) return [];
      seen.add(key);
      return [{ ...pair, a, b }];
    });
  }

  return {
    async duplicates() {
      const { pairs } = await search(null);
      const apart = apartIn(session.vault('people.read'));
      return pairs.filter(({ a, b }) => !apart.has(pairKey(a, b)));
    },
    async resolve(accept) {
      if (session.vault('people.join').readOnly) throw new SinergiError('vault-read-only');
      const { groups } = await search(accept);
      return await joinGroups(groups, 'people.resolve');
    },
    async undoResolve() {
      const vault = session.vault('people.join');
      const newest = [...living(vault, 'joins')].reduce((last, { step }) => (step > last ? step : last), '');
      if (newest === '') throw new SinergiError('nothing-to-undo');
      const joins = [...living(vault, 'joins')].filter(({ step }) => step === newest);
      await vault.transact({ action: 'people.separate', entity: 'joins', entityId: newest }, (transaction) =>
        separatePeople(transaction, vault, joins),
      );
      const joined = joins.reduce((sum, { absorbedIds }) => sum + absorbedIds.length, 0);
      return { joined: -joined, people: [...living(vault, 'people')].length };
    },
    async scan() {
      scanned = (await search(null)).pairs;
      return { pairs: open(scanned, session.vault('people.read')).length };
    },
    queue({ offset, limit }) {
      const vault = session.vault('people.read');
      if (scanned === null) return { scanned: false, total: 0, rows: [] };
      const put = new Set(
        [...living(vault, 'identityDecisions')].flatMap(({ a, b, decision }) =>
          decision === 'undecided' ? [pairKey(a, b)] : [],
        ),
      );
      const pairs = open(scanned, vault);
      const isPut = ({ a, b }: DuplicatePair): boolean => put.has(pairKey(a, b));
      // What was put off comes after what nobody has looked at.
      const sorted = [...pairs.filter((pair) => !isPut(pair)), ...pairs.filter(isPut)];
      return {
        scanned: true,
        total: sorted.length,
        rows: sorted.slice(offset, offset + limit).map((pair) => ({
          a: pairSide(vault, pair.a),
          b: pairSide(vault, pair.b),
          score: pair.score,
          band: pair.band,
          undecided: isPut(pair),
          reasons: named(vault, pair).map((reason) => ({ ...reason, values: { ...reason.values } })),
        })),
      };
    },
    async decide({ a, b, decision }) {
      const vault = session.vault('people.join');
      if (decision === 'same') {
        await joinGroups([[a, b]], 'people.join');
        const last = [...living(session.vault('people.join'), 'joins')].reduce((newest, each) =>
          each.id > newest.id ? each : newest,
        );
        return undo.offer(() => separateOne(last.id));
      }
      const [first, second] = a < b ? [a, b] : [b, a];
      const before = [...living(vault, 'identityDecisions')].find((each) => each.a === first && each.b === second);
      const note = { action: `identity.${decision}`, entity: 'identityDecisions' } as const;
      const saved = await vault.transact(note, (transaction) =>
        before === undefined
          ? transaction.create('identityDecisions', { a: first, b: second, decision })
          : transaction.change('identityDecisions', before.id, before.version, { decision }),
      );
      return undo.offer(async () => {
        await session.vault('people.join').transact(note, (transaction) => {
          if (before === undefined) transaction.remove('identityDecisions', saved.id, saved.version);
          else transaction.change('identityDecisions', saved.id, saved.version, { decision: before.decision });
        });
      });
    },
    joinsOf(personId) {
      const vault = session.vault('people.read');
      return [...living(vault, 'joins')]
        .filter(({ keptId }) => keptId === personId)
        .map(({ id, createdAt, createdBy, absorbedIds }) => ({
          joinId: id,
          at: createdAt,
          byName: vault.officerName(createdBy),
          names: absorbedIds.map((absorbed) => vault.document.people[absorbed]?.name ?? ''),
        }))
        .sort((one, other) => (one.joinId < other.joinId ? 1 : -1));
    },
    separate: separateOne,
    cancel() {
      running?.abort();
    },
  };

  async function separateOne(joinId: Id): Promise<void> {
    const vault = session.vault('people.join');
    const join = find(vault, 'joins', joinId);
    await vault.transact({ action: 'people.separate', entity: 'joins', entityId: joinId }, (transaction) =>
      separatePeople(transaction, vault, [join]),
    );
  }
}

/** Pairs an officer told apart, under the people who are left of theirs. */
function apartIn(vault: VaultPort): ReadonlySet<string> {
  const joined = joinedPeople(living(vault, 'joins'));
  const apart = new Set<string>();
  for (const { a, b, decision } of living(vault, 'identityDecisions'))
    if (decision === 'different') apart.add(pairKey(joined.get(a) ?? a, joined.get(b) ?? b));
  return apart;
}

/** The one who came most often keeps the name; of equals the one who was there first. */
function keptFirst(vault: VaultPort, people: readonly Person[]): readonly Person[] {
  const visits = ({ id }: Person): number => vault.visits.ofVisitor(id).length + vault.visits.ofInmate(id).length;
  return [...people].sort((a, b) => visits(b) - visits(a) || (a.id < b.id ? -1 : 1));
}

/** Reasons name inmates as people know them. */
function named(vault: VaultPort, { reasons }: DuplicatePair): DuplicatePair['reasons'] {
  return reasons.map((reason) => {
    const { inmate } = reason.values;
    if (inmate === undefined) return reason;
    return { ...reason, values: { ...reason.values, inmate: vault.document.people[inmate]?.name ?? '' } };
  });
}
