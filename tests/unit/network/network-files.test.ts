import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { edgeRows } from '../../../electron/services/network/edge-file.ts';
import { readEdgeList } from '../../../shared/analysis/network/edge-list.ts';
import { SinergiError } from '../../../shared/errors.ts';
import { isCsvTable, readCsvTable, writeCsv } from '../../../shared/network-files/csv-table.ts';
import { readGexf, writeGexf } from '../../../shared/network-files/gexf.ts';
import { readGraphml, writeGraphml } from '../../../shared/network-files/graphml.ts';
import { writeI2Csv } from '../../../shared/network-files/i2-csv.ts';
import { readJson, writeJson } from '../../../shared/network-files/json-file.ts';
import { type NetworkFile, valueTypes } from '../../../shared/network-files/network-file.ts';

const anyText = fc.string({ unit: 'binary', minLength: 1, maxLength: 12 });
/** Texts that formats trip over, more often than chance would bring them. */
const text = fc.oneof(
  anyText,
  fc.constantFrom('a"b', "'=1+1", '=SUM(A1)', '@x', '-5', 'x\r\ny', '\t', ' ', '<&>]]>', '_x0041_', '\u0000', '\ud800'),
);
const name = text.filter((value) => !['label', 'weight', 'weight-as-written', '__proto__'].includes(value));

const anyFile: fc.Arbitrary<NetworkFile> = fc
  .record({
    ids: fc.uniqueArray(text, { minLength: 1, maxLength: 6 }),
    names: fc.uniqueArray(name, { maxLength: 4 }),
  })
  .chain(({ ids, names }) => {
    const id = fc.constantFrom(...ids);
    const attributes = names.map((attribute, index) => ({
      on: index % 2 === 0 ? ('person' as const) : ('link' as const),
      name: attribute,
      type: valueTypes[index % 3] ?? 'string',
    }));
    const valuesOf = (on: 'person' | 'link') =>
      fc
        .tuple(...attributes.filter((one) => one.on === on).map((one) => valueOf(one)))
        .map((entries): Record<string, string> => Object.fromEntries<string>(entries.flat()));
    const valueOf = ({ name: attribute, type }: (typeof attributes)[number]) => {
      const value = type === 'string' ? text : type === 'number' ? fc.integer().map(String) : fc.boolean().map(String);
      return fc
        .option(value, { nil: undefined })
        .map((given): [string, string][] => (given === undefined ? [] : [[attribute, given]]));
    };
    const link = fc.record({
      id: text,
      from: id,
      to: id,
      directed: fc.boolean(),
      weight: fc.option(fc.double({ min: 0, noNaN: true, noDefaultInfinity: true }).map((w) => w + 0)),
      values: valuesOf('link'),
    });
    return fc.record({
      description: fc.constant(''),
      attributes: fc.constant(attributes),
      people: fc.tuple(
        ...ids.map((person) =>
          fc.record({ id: fc.constant(person), label: fc.oneof(text, fc.constant('')), values: valuesOf('person') }),
        ),
      ),
      links: fc.array(link, { maxLength: 8 }),
    });
  });

/** The file with the attributes that have values only: what nobody has is not exchanged. */
function essence({ attributes, ...file }: NetworkFile): NetworkFile {
  const used = (on: string, attribute: string): boolean =>
    (on === 'person' ? file.people : file.links).some(({ values }) => Object.hasOwn(values, attribute));
  const kept = attributes.filter((one) => used(one.on, one.name));
  // GEXF lists those of people first.
  return { ...file, attributes: kept.sort((a, b) => Number(a.on === 'link') - Number(b.on === 'link')) };
}

const bytes = (value: string): string => new TextDecoder().decode(new TextEncoder().encode(value));

describe('a network written for another tool', () => {
  it.each([
    ['GraphML', (file: NetworkFile) => readGraphml(bytes(writeGraphml(file)))],
    ['GEXF', (file: NetworkFile) => readGexf(bytes(writeGexf(file)))],
    ['JSON', (file: NetworkFile) => readJson(bytes(writeJson(file)))],
  ])('comes back from %s with nothing lost', (_format, roundTrip) => {
    fc.assert(
      fc.property(anyFile, (file) => {
        expect(essence(roundTrip(file))).toEqual(essence(file));
      }),
    );
  });

  it('comes back from CSV with nothing lost', () => {
    // Half of a surrogate pair is no text that any file of letters can hold.
    const writable = anyFile.filter(
      (file) => bytes(JSON.stringify(file)) === JSON.stringify(file) && !/\\ud[89ab]/i.test(JSON.stringify(file)),
    );
    fc.assert(
      fc.property(writable, (file) => {
        const written = bytes(writeCsv(file));
        expect(isCsvTable(written)).toBe(true);
        expect(essence(readCsvTable(written))).toEqual(essence(file));
      }),
    );
  });

  it('is a list of links too, when written as CSV', () => {
    const list = readEdgeList(edgeRows(writeCsv(small).replace(/^\uFEFF/, '')), 'weight');
    expect(list.people).toEqual(['a', 'b', 'c']);
    expect(list.ties).toEqual([{ from: 'a', to: 'b', weight: 2 }]);
  });

  it('has a row for every link and every lone person in the table for i2, and calls nothing confirmed that is not', () => {
    const rows = edgeRows(writeI2Csv(small).replace(/^\uFEFF/, '')).rows.filter((cells) => cells.length > 1);
    expect(rows).toHaveLength(3);
    expect(rows[1]?.slice(0, 3)).toEqual(['a', 'Ani', 'Person']);
    expect(rows[1]?.[12]).toBe('Unconfirmed');
    expect(rows[2]?.slice(0, 2)).toEqual(['c', 'Citra']);
  });
});

const small: NetworkFile = {
  description: 'BK/0001 (rahasia)',
  attributes: [{ on: 'link', name: 'kind', type: 'string' }],
  people: [
    { id: 'a', label: 'Ani', values: {} },
    { id: 'b', label: 'Budi', values: {} },
    { id: 'c', label: 'Citra', values: {} },
  ],
  links: [{ id: 'l', from: 'a', to: 'b', directed: true, weight: 2, values: { kind: 'knows' } }],
};

describe('a network written by another tool', () => {
  it('is read from GraphML with defaults, groups, prefixes and links without a name', () => {
    const file = readGraphml(`<?xml version="1.0"?>
      <!DOCTYPE graphml>
      <g:graphml xmlns:g="http://graphml.graphdrawing.org/xmlns">
        <g:key id="k0" for="node" attr.name="colour" attr.type="string"><g:default>grey</g:default></g:key>
        <g:key id="k1" for="edge" attr.name="weight" attr.type="int"/>
        <g:graph edgedefault="directed"><g:desc>Contoh</g:desc>
          <g:node id="n0"><g:data key="k0">red</g:data><g:graph edgedefault="undirected"><g:node id="n1"/></g:graph></g:node>
          <g:edge source="n0" target="n1"><g:data key="k1"> 3 </g:data></g:edge>
          <g:edge source="n1" target="n2" directed="false"/>
        </g:graph>
      </g:graphml>`);
    expect(file.description).toBe('Contoh');
    expect(file.people.map(({ id, values }) => [id, values['colour']])).toEqual([
      ['n0', 'red'],
      ['n1', 'grey'],
      ['n2', undefined],
    ]);
    expect(file.links).toEqual([
      { id: 'e0', from: 'n0', to: 'n1', directed: true, weight: 3, values: {} },
      { id: 'e1', from: 'n1', to: 'n2', directed: false, weight: null, values: {} },
    ]);
  });

  it.each([
    ['a cut file', '<graphml><graph>', 'file-unreadable'],
    [
      'entities that grow',
      '<!DOCTYPE g [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><graphml>&b;</graphml>',
      'file-unreadable',
    ],
    ['another document', '<html></html>', 'file-format-unknown'],
    ['elements without end', '<graphml>'.padEnd(4000, '<graph>'), 'file-too-large'],
  ])('is refused when it is %s', (_name, xml, code) => {
    const refused = (): unknown => {
      try {
        return readGraphml(xml);
      } catch (error) {
        return error;
      }
    };
    expect(refused()).toBeInstanceOf(SinergiError);
    expect(refused()).toMatchObject({ code });
  });

  it('is refused as JSON when it does not fit, with the place', () => {
    expect(() => readJson('{"format":"sinergi-network/1","people":3}')).toThrow(SinergiError);
    expect(() => readJson('{')).toThrow(SinergiError);
  });
});
