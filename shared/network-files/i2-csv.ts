import Papa from 'papaparse';
import { textCell } from './csv-cell.ts';
import type { FilePerson, NetworkFile } from './network-file.ts';

const columns = [
  'Entity 1 Identity',
  'Entity 1 Label',
  'Entity 1 Type',
  'Entity 1 Description',
  'Entity 2 Identity',
  'Entity 2 Label',
  'Entity 2 Type',
  'Entity 2 Description',
  'Link Identity',
  'Link Type',
  'Link Label',
  'Link Direction',
  'Link Strength',
  'Link Weight',
  'Start Date',
  'End Date',
  'Grade 1 (Source)',
  'Grade 2 (Information)',
  'Source Reference',
  'Link Description',
] as const;

/**
 * A table that the importer of i2 Analyst's Notebook reads column by column: a row for each link with both its people,
 * then one for each person without a link. Strength is i2's word for how a link is drawn: confirmed solid, unconfirmed
 * dashed. Attributes that have no column of their own stand in the descriptions, name and value.
 */
export function writeI2Csv(file: NetworkFile): string {
  const people = new Map(file.people.map((person) => [person.id, person]));
  const linked = new Set(file.links.flatMap(({ from, to }) => [from, to]));
  const entity = (person: FilePerson | undefined): string[] =>
    person === undefined ? ['', '', '', ''] : [person.id, person.label, 'Person', described(person.values, [])];
  const rows = file.links.map(({ id, from, to, directed, weight, values }) => [
    ...entity(people.get(from)),
    ...entity(people.get(to)),
    id,
    values['kind'] ?? 'Link',
    values['kind'] ?? '',
    directed ? 'One to Two' : 'None',
    // What nobody said is confirmed must not look so.
    values['status'] === 'confirmed' ? 'Confirmed' : 'Unconfirmed',
    weight === null ? '' : String(weight),
    values['since'] ?? '',
    values['until'] ?? '',
    values['gradeSource'] ?? '',
    values['gradeInformation'] ?? '',
    values['sources'] ?? '',
    described(values, ['kind', 'status', 'since', 'until', 'gradeSource', 'gradeInformation', 'sources']),
  ]);
  const alone = file.people
    .filter(({ id }) => !linked.has(id))
    .map((person) => [...entity(person), ...Array.from({ length: columns.length - 4 }, () => '')]);
  const data = [...rows, ...alone].map((row) => row.map(textCell));
  return `\uFEFF${Papa.unparse({ fields: [...columns], data }, { newline: '\r\n', quotes: true })}\r\n`;
}

const described = (values: Readonly<Record<string, string>>, shown: readonly string[]): string =>
  Object.entries(values)
    .filter(([name]) => !shown.includes(name))
    .map(([name, value]) => `${name}: ${value}`)
    .join('; ');
