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
import { fromXml, toXml } from './xml-text.ts';

const gexfType = { string: 'string', number: 'double', boolean: 'boolean' } as const;

/** Writes GEXF 1.3 (gexf.net), the format of Gephi. */
export function writeGexf(file: NetworkFile): string {
  const declared = (on: NetworkAttribute['on']): string[] => {
    const lines = file.attributes.flatMap(({ on: side, name, type }, index) =>
      side === on ? [`      <attribute id="d${index}" title="${toXml(name)}" type="${gexfType[type]}"/>`] : [],
    );
    if (lines.length === 0) return [];
    return [`    <attributes class="${on === 'person' ? 'node' : 'edge'}">`, ...lines, '    </attributes>'];
  };
  const values = (on: NetworkAttribute['on'], of: Readonly<Record<string, string>>): string => {
    const lines = valuesOf(file, on, of).map(({ key, value }) => `<attvalue for="${key}" value="${toXml(value)}"/>`);
    return lines.length === 0 ? '' : `<attvalues>${lines.join('')}</attvalues>`;
  };
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<gexf xmlns="http://gexf.net/1.3" version="1.3">',
    `  <meta><creator>Sinergi</creator><description>${toXml(file.description)}</description></meta>`,
    '  <graph mode="static" defaultedgetype="undirected">',
    ...declared('person'),
    ...declared('link'),
    '    <nodes>',
    ...file.people.map(
      ({ id, label, values: of }) =>
        `      <node id="${toXml(id)}" label="${toXml(label)}">${values('person', of)}</node>`,
    ),
    '    </nodes>',
    '    <edges>',
    ...file.links.map(({ id, from, to, directed, weight, values: of }) => {
      const type = directed ? 'directed' : 'undirected';
      const weighs = weight === null ? '' : ` weight="${weight}"`;
      return `      <edge id="${toXml(id)}" source="${toXml(from)}" target="${toXml(to)}" type="${type}"${weighs}>${values('link', of)}</edge>`;
    }),
    '    </edges>',
    '  </graph>',
    '</gexf>',
    '',
  ].join('\n');
}

const types: Readonly<Record<string, NetworkAttribute['type']>> = {
  boolean: 'boolean',
  integer: 'number',
  long: 'number',
  float: 'number',
  double: 'number',
};

const below = (element: XmlElement | undefined, name: string): XmlElement[] =>
  element?.children.filter((child) => child.name === name) ?? [];

/**
 * Reads GEXF 1.2 and 1.3: people, links and their values; what belongs to times and looks is passed over.
 *
 * @throws SinergiError `file-unreadable` with line and column when it is no XML, `file-format-unknown` when no GEXF
 */
export function readGexf(text: string): NetworkFile {
  const root = readXml(text, 'gexf');
  const graph = below(root, 'graph')[0];
  const declared = below(graph, 'attributes').flatMap((group) =>
    below(group, 'attribute').map((attribute) => ({
      id: attribute.attributes['id'] ?? '',
      on: group.attributes['class'] === 'edge' ? ('link' as const) : ('person' as const),
      name: fromXml(attribute.attributes['title'] ?? attribute.attributes['id'] ?? ''),
      type: types[attribute.attributes['type'] ?? ''] ?? 'string',
    })),
  );
  const valuesIn = (element: XmlElement, on: NetworkAttribute['on']): Record<string, string> => {
    const values = new Map<string, string>();
    for (const group of below(element, 'attvalues'))
      for (const { attributes } of below(group, 'attvalue')) {
        const attribute = declared.find(
          (known) => known.on === on && known.id === (attributes['for'] ?? attributes['id']),
        );
        const value = fromXml(attributes['value'] ?? '');
        if (attribute !== undefined && value !== '') values.set(attribute.name, value);
      }
    return Object.fromEntries(values);
  };
  const byDefault = graph?.attributes['defaultedgetype'] ?? 'undirected';
  const people = below(graph, 'nodes').flatMap((nodes) =>
    below(nodes, 'node').map(
      (node): FilePerson => ({
        id: fromXml(node.attributes['id'] ?? ''),
        label: fromXml(node.attributes['label'] ?? ''),
        values: valuesIn(node, 'person'),
      }),
    ),
  );
  const links = below(graph, 'edges').flatMap((edges) =>
    below(edges, 'edge').map(
      (edge, index): FileLink => ({
        id: fromXml(edge.attributes['id'] ?? '') || `e${index}`,
        from: fromXml(edge.attributes['source'] ?? ''),
        to: fromXml(edge.attributes['target'] ?? ''),
        directed: (edge.attributes['type'] ?? byDefault) === 'directed',
        ...weighed(edge.attributes['weight'], valuesIn(edge, 'link')),
      }),
    ),
  );
  const attributes = declared.map(({ on, name, type }) => ({ on, name, type }));
  const description = below(below(root, 'meta')[0], 'description')[0]?.text ?? '';
  return {
    description: fromXml(description),
    attributes: usedAttributes(attributes, people, links),
    people: withAllPeople(people, links),
    links,
  };
}
