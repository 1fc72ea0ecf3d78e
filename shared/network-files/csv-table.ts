import Papa from 'papaparse';
import { SinergiError } from '../errors.ts';
import { cellText, textCell } from './csv-cell.ts';
import {
  type FileLink,
  type FilePerson,
  type NetworkAttribute,
  type NetworkFile,
  usedAttributes,
  valueIn,
  weighed,
  withAllPeople,
} from './network-file.ts';

/** The first columns; `to` is empty in a row that describes a person, and `id` then holds the person's name. */
const fixed = ['from', 'to', 'id', 'directed', 'weight'] as const;
const prefixes = { person: 'person:', link: 'link:' } as const;
const typeMark = / \((string|number|boolean)\)$/;

const isFixed = (name: string): boolean => fixed.some((heading) => heading === name);

const headingOf = ({ on, name, type }: NetworkAttribute): string => {
  const plain = typeMark.test(name) || type !== 'string' ? `${name} (${type})` : name;
  // A link's attribute bears its plain name, unless that would be taken for another column.
  return on === 'person' || /^(person|link):/.test(name) || isFixed(name) ? `${prefixes[on]}${plain}` : plain;
};

function attributeOf(heading: string): NetworkAttribute {
  const on = heading.startsWith(prefixes.person) ? 'person' : 'link';
  const name = heading.startsWith(prefixes[on]) ? heading.slice(prefixes[on].length) : heading;
  const type = typeMark.exec(name)?.[1];
  if (type !== 'string' && type !== 'number' && type !== 'boolean') return { on, name, type: 'string' };
  return { on, name: name.slice(0, -type.length - 3), type };
}

/** One table: a row for each person, then one for each link; read as a list of links it gives the same network. */
export function writeCsv(file: NetworkFile): string {
  const { attributes } = file;
  const values = (on: NetworkAttribute['on'], of: Readonly<Record<string, string>>): string[] =>
    attributes.map((attribute) => (attribute.on === on ? (valueIn(of, attribute.name) ?? '') : ''));
  const rows = [
    ...file.people.map(({ id, label, values: of }) => [id, '', label, '', '', ...values('person', of)]),
    ...file.links.map(({ id, from, to, directed, weight, values: of }) =>
      [from, to, id, String(directed), weight === null ? '' : String(weight)].concat(values('link', of)),
    ),
  ];
  const fields = [...fixed, ...attributes.map(headingOf)].map(textCell);
  return `\uFEFF${Papa.unparse({ fields, data: rows.map((row) => row.map(textCell)) }, { newline: '\r\n', quotes: true })}\r\n`;
}

/**
 * Reads a table as `writeCsv` writes it.
 *
 * @throws SinergiError `file-format-unknown` when the headings are others; `edges-row-invalid` with the row
 */
export function readCsvTable(text: string): NetworkFile {
  if (!isCsvTable(text)) throw new SinergiError('file-format-unknown');
  const rows = Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), { delimiter: ',' }).data;
  const [headings = [], ...body] = rows;
  const names = headings.map((cell) => cellText(cell));
  const attributes = names.slice(fixed.length).map(attributeOf);
  const people: FilePerson[] = [];
  const links: FileLink[] = [];
  body.forEach((cells, index) => {
    const [from = '', to = '', id = '', directed = '', weight = '', ...rest] = cells.map(cellText);
    if (cells.every((cell) => cell === '')) return;
    if (from === '') throw new SinergiError('edges-row-invalid', { row: index + 2, column: 1, value: '' });
    const values = (on: NetworkAttribute['on']): Record<string, string> =>
      Object.fromEntries(
        attributes.flatMap((attribute, column) => {
          const value = rest[column] ?? '';
          return attribute.on === on && value !== '' ? [[attribute.name, value]] : [];
        }),
      );
    if (to === '') people.push({ id: from, label: id, values: values('person') });
    else
      links.push({
        id: id || `e${index}`,
        from,
        to,
        directed: directed === 'true',
        ...weighed(weight, values('link')),
      });
  });
  return {
    description: '',
    attributes: usedAttributes(attributes, people, links),
    people: withAllPeople(people, links),
    links,
  };
}

/** Whether the text begins with the headings of `writeCsv`. */
export const isCsvTable = (text: string): boolean =>
  text.replace(/^\uFEFF/, '').startsWith(fixed.map((name) => `"${name}"`).join(','));
