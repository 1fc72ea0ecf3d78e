import fc from 'fast-check';
import { expect, it } from 'vitest';
import { anonymisedBatch } from '../../../electron/vault/format/anonymised.ts';
import { decodeColumns, encodeColumns } from '../../../electron/vault/format/block.ts';
import { newId } from '../../../electron/vault/ids.ts';
import { visitTextColumns } from '../../../electron/vault/port.ts';
import { batchOf } from './support/visit-batch.ts';

const people = Array.from({ length: 4 }, (_, number) => newId(1_000 + number));
const ofInmate: readonly string[] = ['inmateId', 'inmateName', 'registrationNumber', 'cell'];
const rowArbitrary = fc.record({
  date: fc.integer({ min: 20_000, max: 20_100 }),
  time: fc.integer({ min: -1, max: 1439 }),
  visitorId: fc.constantFrom(...people),
  inmateId: fc.constantFrom(...people),
  text: fc.constantFrom('Citra', 'Damar', '', 'Ani Lestari'),
});

it('forgets who came in the visits that are named, and changes nothing else', () => {
  fc.assert(
    fc.property(
      fc.array(rowArbitrary, { minLength: 1, maxLength: 12 }),
      fc.infiniteStream(fc.boolean()),
      (rows, coin) => {
        const named = batchOf(newId(1), rows);
        const batch = { ...named, texts: visitTextColumns.map((name) => named.texts[name]) };
        const forgotten = new Set([...batch.sourceRow].filter(() => coin.next().value === true));
        const [block] = decodeColumns(encodeColumns(anonymisedBatch(batch, forgotten, () => newId(5_000))));
        if (block === undefined) throw new Error('no block');
        expect([block.date, block.time, block.sourceRow]).toEqual([batch.date, batch.time, batch.sourceRow]);
        const nobodies: string[] = [];
        for (const [number, name] of visitTextColumns.entries())
          for (let row = 0; row < rows.length; row += 1) {
            const is = block.texts[number]?.at(row) ?? '';
            const was = named.texts[name].distinct[named.texts[name].index[row] ?? 0];
            const stays = ofInmate.includes(name) || !forgotten.has(row + 1);
            const nobody = name === 'visitorId' && !stays;
            if (nobody) nobodies.push(is);
            expect(is).toBe(nobody ? is : stays ? was : '');
          }
        // One for each visit, and nobody the vault knows.
        expect(new Set(nobodies).size).toBe(forgotten.size);
        expect(nobodies.filter((id) => people.includes(id))).toEqual([]);
        // What nothing refers to any more is not there to be read either.
        const left = block.texts[visitTextColumns.indexOf('visitorName')]?.distinct ?? [];
        const kept = new Set<string>(rows.filter((_, row) => !forgotten.has(row + 1)).map(({ text }) => text));
        expect(left.filter((text) => text !== '' && !kept.has(text))).toEqual([]);
      },
    ),
    { numRuns: 100 },
  );
});
