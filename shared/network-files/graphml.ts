import { fromXml, toXml } from './xml-text.ts';
import {
  type FileLink,
  type FilePerson,
  type NetworkAttribute,
  type NetworkFile,
  usedAttributes,
  valuesOf,
  weighed,
  withAllPeople,
} from './network-file.ts';
import { readXml, type XmlElement } from './xml-reader.ts';

const labelKey = 'label';
const weightKey = 'weight';
const graphmlType = { string: 'string', number: 'double', boolean: 'boolean' } as const;

/** Writes GraphML 1.0 (graphml.graphdrawing.org), readable by Gephi, yEd, networkx and igraph. */
export function writeGraphml(file: NetworkFile): string {
  const keys = file.attributes.map(({ on, name, type }, index) => {
    const side = on === 'person' ? 'node' : 'edge';
    return `  <key id="d${index}" for="${side}" attr.name="${toXml(name)}" attr.type="${graphmlType[type]}"/>`;
  });
  const data = (key: string, value: string): string => `      <data key="${key}">${toXml(value)}</data>`;
  const nodes = file.people.map((person) =>
    [
      `    <node id="${toXml(person.id)}">`,
      ...(person.label === '' ? [] : [data(labelKey, person.label)]),
      ...valuesOf(file, 'person', person.values).map(({ key, value }) => data(key, value)),
      '    </node>',
    ].join('\n'),
  );
  const edges = file.links.map((link) =>
    [
      `    <edge id="${toXml(link.id)}" source="${toXml(link.from)}" target="${toXml(link.to)}" directed="${link.directed}">`,
      ...(link.weight === null ? [] : [data(weightKey, String(link.weight))]),
      ...valuesOf(file, 'link', link.values).map(({ key, value }) => data(key, value)),
      '    </edge>',
    ].join('\n'),
  );
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    `  <key id="${labelKey}" for="node" attr.name="label" attr.type="string"/>`,
    `  <key id="${weightKey}" for="edge" attr.name="weight" attr.type="double"/>`,
    ...keys,
    '  <graph id="G" edgedefault="undirected">',
    ...(file.description === '' ? [] : [`    <desc>${toXml(file.description)}</desc>`]),
    ...nodes,
    ...edges,
    '  </graph>',
    '</graphml>',
    '',
  ].join('\n');
}

interface Key {
  readonly name: string;
  readonly side: string;
  readonly type: NetworkAttribute['type'];
  readonly fallback: string | null;
}

const typeOf = (type: string | undefined): NetworkAttribute['type'] => {
  if (type === 'boolean') return 'boolean';
  return ['int', 'long', 'float', 'double'].includes(type ?? '') ? 'number' : 'string';
};

/**
 * Reads GraphML, ours and others': groups within groups, default values, links without an identifier. Of several graphs
 * in a file the people and links of all are taken.
 *
 * @throws SinergiError `file-unreadable` with line and column when it is no XML, `file-format-unknown` when no GraphML
 */
export function readGraphml(text: string): NetworkFile {
  const root = readXml(text, 'graphml');
  const keys = new Map(
    root.children.filter(({ name }) => name === 'key').map((key) => [key.attributes['id'] ?? '', keyOf(key)]),
  );
  const people: FilePerson[] = [];
  const links: FileLink[] = [];
  let description = '';
  const visit = (element: XmlElement, directed: boolean): void => {
    for (const child of element.children) {
      if (child.name === 'graph') visit(child, child.attributes['edgedefault'] === 'directed');
      else if (child.name === 'desc' && element.name === 'graph' && description === '')
        description = fromXml(child.text);
      else if (child.name === 'node') {
        const { [labelKey]: label = '', ...values } = valuesIn(child, keys, 'node');
        people.push({ id: idOf(child, 'id'), label, values });
        visit(child, directed);
      } else if (child.name === 'edge') {
        const { [weightKey]: weight, ...values } = valuesIn(child, keys, 'edge');
        const stated = child.attributes['directed'];
        links.push({
          id: idOf(child, 'id') || `e${links.length}`,
          from: idOf(child, 'source'),
          to: idOf(child, 'target'),
          directed: stated === undefined ? directed : stated === 'true' || stated === '1',
          ...weighed(weight, values),
        });
      }
    }
  };
  visit(root, false);
  const attributes = [...keys].flatMap(([, { name, side, type }]): NetworkAttribute[] => [
    ...(side !== 'edge' && name !== labelKey ? [{ on: 'person' as const, name, type }] : []),
    ...(side !== 'node' && name !== weightKey ? [{ on: 'link' as const, name, type }] : []),
  ]);
  return {
    description,
    attributes: usedAttributes(attributes, people, links),
    people: withAllPeople(people, links),
    links,
  };
}

const keyOf = (key: XmlElement): Key => ({
  name: fromXml(key.attributes['attr.name'] ?? key.attributes['id'] ?? ''),
  side: key.attributes['for'] ?? 'all',
  type: typeOf(key.attributes['attr.type']),
  fallback: key.children.find(({ name }) => name === 'default')?.text ?? null,
});

const idOf = (element: XmlElement, name: string): string => fromXml(element.attributes[name] ?? '');

function valuesIn(element: XmlElement, keys: ReadonlyMap<string, Key>, side: 'node' | 'edge'): Record<string, string> {
  const values = new Map<string, string>();
  for (const { name, side: of, fallback } of keys.values())
    if (fallback !== null && fallback !== '' && (of === side || of === 'all')) values.set(name, fromXml(fallback));
  for (const data of element.children) {
    const key = data.name === 'data' ? keys.get(data.attributes['key'] ?? '') : undefined;
    // What holds further elements is another program's drawing, not a value.
    if (key === undefined || data.children.length > 0) continue;
    const text = key.type === 'string' ? fromXml(data.text) : data.text.trim();
    if (text !== '') values.set(key.name, text);
  }
  return Object.fromEntries(values);
}
