import type { Output } from '../../../shared/contract.ts';
import { eventColumns } from '../../../shared/domain/event.ts';
import { joinedPeople } from '../../../shared/domain/identity.ts';
import type { VaultPort } from '../../vault/port.ts';
import { dayOfNumber } from '../importing/visit-numbers.ts';
import { living } from '../records.ts';

const columns = eventColumns('moves');
const [inmateColumn, cellColumn] = [columns.indexOf('inmateId'), columns.indexOf('toCell')];

/** Where the register of moves tells last that an inmate came to, and on which day; null when it tells of none. */
export function lastMove(vault: Pick<VaultPort, 'document' | 'events'>, id: string): Output<'people.get'>['moved'] {
  const joined = joinedPeople(living(vault, 'joins'));
  let newest: { readonly day: number; readonly cell: string } | null = null;
  for (const { length, date, texts } of vault.events.batches('moves')) {
    const [inmates, cells] = [texts[inmateColumn], texts[cellColumn]];
    if (inmates === undefined || cells === undefined) continue;
    const own = new Set(
      [...inmates.distinct.keys()].filter((place) => {
        const inmate = inmates.distinct[place] ?? '';
        return (joined.get(inmate) ?? inmate) === id;
      }),
    );
    if (own.size === 0) continue;
    for (let row = 0; row < length; row += 1) {
      const day = date[row] ?? 0;
      if (!own.has(inmates.index[row] ?? -1) || (newest !== null && newest.day > day)) continue;
      newest = { day, cell: cells.distinct[cells.index[row] ?? 0] ?? '' };
    }
  }
  return newest === null ? null : { cell: newest.cell, on: dayOfNumber(newest.day) };
}
