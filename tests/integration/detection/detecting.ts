import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventFacts } from '../../../electron/services/analysis/event-facts.ts';
import { visitFacts } from '../../../electron/services/analysis/visit-facts.ts';
import { makePlan } from '../../../electron/services/importing/make-plan.ts';
import type { KnownPerson, PersonContent } from '../../../electron/services/importing/plan.ts';
import { noVisits } from '../../../electron/services/importing/stored-visits.ts';
import type { EventBatch } from '../../../electron/vault/port.ts';
import type { DetectionInput } from '../../../shared/analysis/detection/registers-view.ts';
import type { EventKind } from '../../../shared/domain/event.ts';
import { hasRole, inmateRole } from '../../../shared/domain/person.ts';
import type { RegisterKind } from '../../../shared/domain/register.ts';

type Registers = Readonly<Partial<Record<RegisterKind, string>>>;

export interface Taken {
  readonly input: DetectionInput;
  /** What a person is called: the key given for a row of visits or goods, an inmate's registration number. */
  readonly called: ReadonlyMap<string, string>;
}

const quiet = (): undefined => undefined;

/**
 * Registers as they come in, ready for detection.
 *
 * @param keys of visitor and sender by row of the register
 */
export async function takeIn(
  registers: Registers,
  keys: Partial<Record<'visits' | 'goods', readonly string[]>>,
): Promise<Taken> {
  const folder = await mkdtemp(join(tmpdir(), 'sinergi-detecting-'));
  try {
    const people: KnownPerson[] = [];
    const called = new Map<string, string>();
    const events: EventBatch[] = [];
    let visits = noVisits;
    let staff: DetectionInput['staff'] = null;
    for (const kind of ['inmates', 'visits', 'goods', 'calls', 'finds', 'moves', 'staff'] as const) {
      const content = registers[kind];
      if (content === undefined) continue;
      const path = join(folder, `${kind}.csv`);
      await writeFile(path, content);
      const plan = await makePlan({ mapping: null, remembered: [], people, visits, path, kind }, quiet);
      people.push(...plan.created.map(({ reference, fields }) => ({ id: `${kind} ${reference}`, version: 1, fields })));
      const own = (id: string): string =>
        people.some((person) => person.id === `${kind} ${id}`) ? `${kind} ${id}` : id;
      const learnt = new Map(plan.changed.map(({ id, fields }) => [id, fields]));
      for (const [place, person] of people.entries())
        people[place] = { ...person, fields: { ...person.fields, ...learnt.get(person.id) } };
      if (plan.visits !== null) {
        const { visitorId, inmateId } = plan.visits.texts;
        const texts = {
          ...plan.visits.texts,
          visitorId: { ...visitorId, distinct: visitorId.distinct.map(own) },
          inmateId: { ...inmateId, distinct: inmateId.distinct.map(own) },
        };
        visits = { ...noVisits, batches: [{ ...plan.visits, texts, importId: 'visits' }] };
        call(called, texts.visitorId, plan.visits.sourceRow, keys.visits ?? []);
      }
      if (plan.events !== null) {
        const texts = plan.events.texts.map((column, place) =>
          place < 2 ? { ...column, distinct: column.distinct.map(own) } : column,
        );
        events.push({ ...plan.events, texts, importId: kind });
        const [, sender] = texts;
        if (kind === 'goods' && sender !== undefined) call(called, sender, plan.events.sourceRow, keys.goods ?? []);
      }
      if (kind === 'staff') staff = plan.staff.created.map((fields, place) => ({ ...fields, id: `staff ${place}` }));
    }
    for (const { id, fields } of people)
      if (hasRole(fields, 'inmate')) called.set(id, inmateRole(fields)?.registrationNumber ?? '');
    const of = (kind: EventKind) => eventFacts(kind, events, new Map());
    const known = people.map(({ id, fields }): PersonContent & { id: string } => ({ id, ...fields }));
    const offices = known.filter((person) => hasRole(person, 'lawyer') || hasRole(person, 'clergy'));
    const cells = known.flatMap((person): [string, string][] => {
      const cell = inmateRole(person)?.cell;
      return cell === undefined ? [] : [[person.id, cell]];
    });
    const input = {
      visits: visitFacts(visits),
      goods: of('goods'),
      calls: of('calls'),
      finds: of('finds'),
      moves: of('moves'),
      people: known,
      cells: new Map(cells),
      bans: [],
      staff,
      offices: new Set(offices.map(({ id }) => id)),
      withOffices: false,
      withFamilies: false,
    };
    return { input, called };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function call(
  called: Map<string, string>,
  { distinct, index }: { readonly distinct: readonly string[]; readonly index: Int32Array },
  sourceRow: Int32Array,
  keys: readonly string[],
): void {
  index.forEach((number, row) => {
    const [id = '', key] = [distinct[number], keys[(sourceRow[row] ?? 0) - 1]];
    if (id !== '' && key !== undefined && !called.has(id)) called.set(id, key);
  });
}
