import { describe, expect, it } from 'vitest';
import { edgeRows } from '../../../electron/services/network/edge-file.ts';
import { type EdgeList, readEdgeList } from '../../../shared/analysis/network/edge-list.ts';
import { SinergiError } from '../../../shared/errors.ts';

const read = (text: string, weight: string | null = null): EdgeList => readEdgeList(edgeRows(text), weight);
const pairs = ({ ties }: EdgeList): string[] => ties.map(({ from, to, weight }) => `${from}-${to}:${weight}`);

function fault(text: string, weight: string | null = null): unknown {
  try {
    read(text, weight);
  } catch (error) {
    if (error instanceof SinergiError) return { code: error.code, ...error.details };
    throw error;
  }
  return null;
}

describe('a list of links', () => {
  it.each([
    ['comma', 'from,to\nA,B\nB,C\n'],
    ['semicolon', 'from;to\nA;B\nB;C\n'],
    ['tab', 'source\ttarget\nA\tB\nB\tC\n'],
    ['bar', 'dari|ke\nA|B\nB|C'],
    ['white space', 'A B\nB C\n'],
    ['no heading', 'A,B\nB,C\n'],
    ['Windows line ends and blank lines', 'from,to\r\n\r\nA,B\r\n\r\n\r\nB,C\r\n\r\n'],
    ['remarks at the top', '# from a register\n% 2 links\nA B\nB C\n'],
    ['quotation marks', '"from","to"\n"A","B"\n"B","C"\n'],
    ['other columns between', 'note,source,when,target\nx,A,2026,B\ny,B,2026,C\n'],
    ['spaces around', 'from , to\n A ,B \nB, C\n'],
  ])('is read with %s', (_name, text) => {
    expect(pairs(read(text))).toEqual(['A-B:1', 'B-C:1']);
  });

  it('keeps a delimiter and a line break inside quotation marks', () => {
    const { people } = read('from,to\n"Contoh, S.H.","Budi\nC"\n');
    expect(people).toEqual(['Contoh, S.H.', 'Budi\nC']);
  });

  it('takes numbers for names, letter by letter', () => {
    expect(pairs(read('1,2\n007,7\n'))).toEqual(['1-2:1', '007-7:1']);
    expect(pairs(read('person_a,person_b\n1,2\n'))).toEqual(['1-2:1']);
  });

  it('never takes a first link for a heading', () => {
    expect(pairs(read('Ani,Budi\nBudi,Citra\n'))).toEqual(['Ani-Budi:1', 'Budi-Citra:1']);
  });

  it('keeps people who stand alone, and leaves out a link to oneself', () => {
    const list = read('from,to\nA,B\nC,\n,D\nE,E\n');
    expect(list.people).toEqual(['A', 'B', 'C', 'D', 'E']);
    expect([list.ties.length, list.selfLoops]).toEqual([1, 1]);
  });

  it('weighs by heading or by number, with a decimal comma where commas do not divide', () => {
    expect(pairs(read('from,to,calls\nA,B,3\nA,B,2.5\n', 'Calls'))).toEqual(['A-B:3', 'A-B:2.5']);
    expect(pairs(read('A;B;2,5\nB;C;1\n', '3'))).toEqual(['A-B:2.5', 'B-C:1']);
  });

  it('takes a weight of 0 for no link and keeps the people', () => {
    const list = read('from,to,calls\nA,B,0\n', 'calls');
    expect([list.people, list.ties]).toEqual([['A', 'B'], []]);
  });

  it.each(['x', '', '-1', 'NaN', 'Infinity', '1;2'])('says which row holds the weight %j', (value) => {
    expect(fault(`from,to,calls\nA,B,1\n\nB,C,${value}\n`, 'calls')).toEqual({
      code: 'edges-row-invalid',
      row: 4,
      column: 3,
      value,
    });
  });

  it('says when there is no such column, no end in a row, or nothing at all', () => {
    expect(fault('from,to\nA,B\n', 'calls')).toMatchObject({ code: 'edges-column-unknown', column: 'calls' });
    expect(fault('from,to,x\nA,B,1\n,,2\n')).toMatchObject({ code: 'edges-row-invalid', row: 3 });
    expect(fault('')).toMatchObject({ code: 'file-empty' });
    expect(fault('from,to\n\n')).toMatchObject({ code: 'file-empty' });
  });
});
