import { z } from 'zod';
import { readEdgeList } from '../../../shared/analysis/network/edge-list.ts';
import type { Input } from '../../../shared/contract.ts';
import { dateSchema, requiredText } from '../../../shared/domain/basics.ts';
import { type Member, mostMembers } from '../../../shared/domain/case.ts';
import { type Grade, gradeSchema } from '../../../shared/domain/grade.ts';
import { type Link, type LinkFields, linkStatusSchema } from '../../../shared/domain/link.ts';
import { foldName } from '../../../shared/domain/person-name.ts';
import type { Person } from '../../../shared/domain/person.ts';
import { SinergiError } from '../../../shared/errors.ts';
import { isCsvTable, readCsvTable } from '../../../shared/network-files/csv-table.ts';
import { readGexf } from '../../../shared/network-files/gexf.ts';
import { readGraphml } from '../../../shared/network-files/graphml.ts';
import { readJson } from '../../../shared/network-files/json-file.ts';
import { type NetworkFile, valueIn } from '../../../shared/network-files/network-file.ts';
import type { Transaction } from '../../vault/port.ts';
import { createSlices } from '../../vault/slices.ts';
import { linksOfCase } from '../cases/links.ts';
import { find } from '../records.ts';
import type { Session } from '../session.ts';
import type { Undo } from '../undo.ts';
import { edgeRows, readEdgeText } from './edge-file.ts';

export interface ImportedNetwork {
  /** People who were members already, people who became members, and links written. */
  readonly matched: number;
  readonly created: number;
  readonly links: number;
  /** Links that the case has from the same source, and links of somebody to themselves; neither is written. */
  readonly known: number;
  readonly undoId: string;
}

/** @throws SinergiError as the formats; `file-not-found`, `permission-denied`, `file-too-large`, `file-unreadable` */
export const readNetworkFile = async (path: string): Promise<NetworkFile> => networkOf(await readEdgeText(path));

/** A network in any of the formats that are read, told by its content; what is none of them is a list of links. */
export function networkOf(text: string): NetworkFile {
  const start = text.replace(/^\uFEFF/, '').trimStart();
  if (start.startsWith('<')) return /<gexf[\s>]/.test(start.slice(0, 2000)) ? readGexf(text) : readGraphml(text);
  if (start.startsWith('{')) return readJson(text);
  if (isCsvTable(text)) return readCsvTable(text);
  const { people, ties } = readEdgeList(edgeRows(text), null);
  return {
    description: '',
    attributes: [],
    people: people.map((id) => ({ id, label: id, values: {} })),
    links: ties.map(({ from, to }, index) => ({
      id: `e${index}`,
      from,
      to,
      directed: false,
      weight: null,
      values: {},
    })),
  };
}

type Given = Omit<Input<'networks.import'>, 'caseId'>;

/**
 * Writes the people and links of a file into a case, all of it or nothing. Somebody the case has as a member, by
 * identifier or by a name that one member alone bears, is that member; everybody else is a new person of the part
 * "other". What a link of the file does not say is as the officer gave it.
 *
 * @throws SinergiError `not-found`, `file-empty`, `invalid-input` when the case would have more members than it may
 */
export async function importNetwork(
  session: Session,
  undo: Undo,
  now: () => Date,
  { caseId, ...given }: Input<'networks.import'>,
  network: NetworkFile,
): Promise<ImportedNetwork> {
  const vault = session.vault('cases.write');
  const file = find(vault, 'cases', caseId);
  if (network.people.length === 0) throw new SinergiError('file-empty');
  const members = file.members.flatMap(({ personId }) => vault.document.people[personId] ?? []);
  const memberOf = finder(members);
  const present = new Set(linksOfCase(vault, caseId).flatMap(keysOf));
  const at = now().toISOString();
  const matched = new Set<string>();
  let known = 0;

  const made = await vault.transact(
    { action: 'case.import-network', entity: 'cases', entityId: caseId },
    async (transaction) => {
      const slices = createSlices();
      const ids = new Map<string, string>();
      const people: Person[] = [];
      for (const { id, label } of network.people) {
        const member = memberOf(id, label);
        if (member !== undefined) matched.add(member.id);
        else people.push(newPerson(transaction, label.trim() === '' ? id : label));
        ids.set(id, member?.id ?? people.at(-1)?.id ?? id);
        if (slices.due()) await slices.pause();
      }
      const fresh = people.map(
        ({ id }): Member => ({
          personId: id,
          part: 'other',
          note: '',
          addedAt: at,
          addedBy: vault.actor.officerId,
        }),
      );
      if (file.members.length + fresh.length > mostMembers)
        throw new SinergiError('invalid-input', { field: 'members' });
      if (fresh.length > 0) transaction.change('cases', caseId, file.version, { members: [...file.members, ...fresh] });
      const links: Link[] = [];
      for (const link of network.links) {
        const [from, to] = [ids.get(link.from), ids.get(link.to)];
        const fields =
          from === undefined || to === undefined || from === to ? null : fieldsOf(link, { from, to }, given);
        if (fields === null || keysOf(fields).every((key) => present.has(key))) known += 1;
        else links.push(transaction.create('links', { ...fields, caseId }));
        if (slices.due()) await slices.pause();
      }
      return { people, links };
    },
  );

  const { undoId } = undo.offer(async () => {
    const gone = new Set(made.people.map(({ id }) => id));
    const current = find(session.vault('cases.write'), 'cases', caseId);
    await session
      .vault('cases.write')
      .transact({ action: 'case.undo-import', entity: 'cases', entityId: caseId }, (transaction) => {
        for (const { id, version } of made.links) transaction.remove('links', id, version);
        if (gone.size > 0)
          transaction.change('cases', caseId, current.version, {
            members: current.members.filter(({ personId }) => !gone.has(personId)),
          });
        for (const { id, version } of made.people) transaction.remove('people', id, version);
      });
  });
  return { matched: matched.size, created: made.people.length, links: made.links.length, known, undoId };
}

function finder(members: readonly Person[]): (id: string, label: string) => Person | undefined {
  const byId = new Map(members.map((person) => [person.id, person]));
  const byName = new Map<string, Person | null>();
  for (const person of members)
    for (const name of new Set([person.name, ...person.aliases].map(foldName)))
      byName.set(name, byName.has(name) ? null : person);
  // Two members of one name are nobody in particular.
  return (id, label) => byId.get(id) ?? byName.get(foldName(label.trim() === '' ? id : label)) ?? undefined;
}

const newPerson = (transaction: Transaction, name: string): Person =>
  transaction.create('people', {
    name: name.trim().slice(0, 200),
    aliases: [],
    nationalIds: [],
    phones: [],
    addresses: [],
    roles: [{ kind: 'other' }],
    notes: '',
    provenance: { kind: 'officer' },
    retention: 'case',
  });

const keysOf = ({ from, to, kind, sources }: Pick<LinkFields, 'from' | 'to' | 'kind' | 'sources'>): string[] =>
  sources.map((source) => JSON.stringify([...[from, to].sort(), kind, source]));

const sourcesSchema = z.array(requiredText(500)).min(1).max(50);
const jsonSchema = z.string().transform((text, context): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    context.addIssue({ code: 'custom', message: 'no JSON' });
    return z.NEVER;
  }
});

function fieldsOf(
  { directed, values }: NetworkFile['links'][number],
  ends: { readonly from: string; readonly to: string },
  { grade, source, kind }: Given,
): LinkFields {
  const day = (name: string) => dateSchema.safeParse(valueIn(values, name)).data;
  const [since, until] = [day('since'), day('until')];
  const reversed = since !== undefined && until !== undefined && since > until;
  return {
    ...ends,
    directed,
    kind: requiredText(60).safeParse(valueIn(values, 'kind') ?? valueIn(values, 'label')).data ?? kind,
    status: linkStatusSchema.safeParse(valueIn(values, 'status')).data ?? 'suspected',
    grade: gradeOf(values) ?? grade,
    sources: sourcesSchema.safeParse(jsonSchema.safeParse(valueIn(values, 'sources')).data).data ?? [source],
    note: (valueIn(values, 'note') ?? '').slice(0, 2000),
    ...(since === undefined || reversed ? {} : { since }),
    ...(until === undefined || reversed ? {} : { until }),
  };
}

const gradeOf = (values: Readonly<Record<string, string>>): Grade | undefined =>
  gradeSchema.safeParse({
    scheme: valueIn(values, 'gradeScheme'),
    source: valueIn(values, 'gradeSource'),
    information: valueIn(values, 'gradeInformation'),
  }).data;
