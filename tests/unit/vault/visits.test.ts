import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeBlocks, encodeBlock, splitByMonth } from '../../../electron/vault/format/segment.ts';
import { newId } from '../../../electron/vault/ids.ts';
import { type VisitBatch, visitTextColumns } from '../../../electron/vault/port.ts';
import { MemoryVisits } from '../../../electron/vault/store/visit-table.ts';
import type { VisitCorrection } from '../../../shared/domain/visit.ts';
import { batchOf, type VisitRow } from './support/visit-batch.ts';

const people = Array.from({ length: 6 }, (_, number) => newId(1_000 + number));
const row = fc.record({
  date: fc.integer({ min: 20_000, max: 20_400 }),
  time: fc.integer({ min: -1, max: 1439 }),
  visitorId: fc.constantFrom(...people),
  inmateId: fc.constantFrom(...people),
  text: fc.string({ maxLength: 12, unit: 'grapheme' }),
});
const rows = fc.array(row, { minLength: 1, maxLength: 60 });

function texts(batch: VisitBatch): string[][] {
  return visitTextColumns.map((name) => {
    const { distinct, index } = batch.texts[name];
    return [...index].map((number) => distinct[number] ?? '');
  });
}

describe('visits in columns', () => {
  it('come back as they were, by month, with every row in exactly one month', () => {
    fc.assert(
      fc.property(rows, (wanted) => {
        const batch = batchOf(newId(1), wanted);
        const months = [...splitByMonth(batch)];
        let total = 0;
        for (const [month, part] of months) {
          const [block] = decodeBlocks(encodeBlock(part));
          expect(block?.date).toEqual(part.date);
          expect(block?.time).toEqual(part.time);
          expect(block?.sourceRow).toEqual(part.sourceRow);
          expect(block === undefined ? [] : texts(block)).toEqual(texts(part));
          for (const day of part.date) expect(new Date(day * 86_400_000).toISOString().slice(0, 7)).toBe(month);
          total += part.length;
        }
        expect(total).toBe(wanted.length);
      }),
    );
  });

  it('are refused when their own lengths contradict each other', () => {
    const content = encodeBlock(
      batchOf(newId(1), [{ date: 20_000, time: 0, visitorId: newId(2), inmateId: newId(3), text: 'a' }]),
    );
    for (let length = 1; length < content.length; length += 1)
      expect(() => decodeBlocks(content.subarray(0, length))).toThrow('segment ends early');
  });
});

describe('the table of visits', () => {
  const tableOf = (blocks: readonly (readonly VisitRow[])[], corrections: VisitCorrection[] = []) => {
    const table = new MemoryVisits(() => ({ corrections, joined: new Map() }));
    blocks.forEach((wanted, number) =>
      table.add(decodeBlocks(encodeBlock(batchOf(imports[number % 3] ?? '', wanted, number * 1000)))),
    );
    return table;
  };
  const imports = [newId(11), newId(12), newId(13)];

  it('lists everybody’s visits oldest first, the same as a plain search would', () => {
    fc.assert(
      fc.property(fc.array(rows, { minLength: 1, maxLength: 3 }), (blocks) => {
        const table = tableOf(blocks);
        const all = [...table.all()];
        expect(all).toHaveLength(blocks.flat().length);
        const moments = all.map(({ date, time }) => `${date} ${time ?? ''}`);
        expect(moments).toEqual([...moments].sort());
        for (const id of people) {
          const of = (positions: readonly number[]) => positions.map((position) => table.at(position).id);
          expect(of(table.ofVisitor(id))).toEqual(
            all.filter((visit) => visit.visitorId === id).map((visit) => visit.id),
          );
          expect(of(table.ofInmate(id))).toEqual(all.filter((visit) => visit.inmateId === id).map((visit) => visit.id));
        }
      }),
      { numRuns: 40 },
    );
  });

  it('puts a visit without a time behind everything of the day before, to the last minute', () => {
    const both = { visitorId: newId(1), inmateId: newId(3), text: 'x' };
    const table = tableOf([
      [
        { date: 20_002, time: 0, ...both },
        { date: 20_002, time: -1, ...both },
        { date: 20_001, time: 1439, ...both },
      ],
    ]);
    expect([...table.all()].map(({ sourceRow }) => sourceRow)).toEqual([3, 2, 1]);
  });

  it('moves a corrected visit to the person and the day it belongs to', () => {
    const [visitor, other, inmate] = [newId(1), newId(2), newId(3)];
    const wanted = [1, 2, 3].map((day) => ({
      date: 20_000 + day,
      time: 540,
      visitorId: visitor,
      inmateId: inmate,
      text: 'x',
    }));
    const at = '2026-01-01T00:00:00.000Z';
    const meta = { id: newId(4), version: 1, createdAt: at, createdBy: newId(5), changedAt: at, changedBy: newId(5) };
    const correction = { ...meta, visitId: `${imports[0] ?? ''}:1`, set: { visitorId: other, date: '2030-01-01' } };
    const table = tableOf([wanted], [correction]);
    expect(table.ofVisitor(visitor)).toEqual([0, 1]);
    expect(table.ofVisitor(other)).toEqual([2]);
    expect(table.at(2)).toMatchObject({ sourceRow: 1, visitorId: other, date: '2030-01-01' });
    expect(table.ofVisitor(newId(99))).toEqual([]);
  });
});
