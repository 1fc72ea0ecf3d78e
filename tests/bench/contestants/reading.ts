import { createReadStream } from 'node:fs';
import Papa from 'papaparse';
import { makePlan } from '../../../electron/services/importing/make-plan.ts';
import { noVisits } from '../../../electron/services/importing/stored-visits.ts';
import type { KnownPerson } from '../../../electron/services/importing/plan.ts';
import type { Contestant, Place } from './contestant.ts';

/** The file cut into cells by papaparse, which keeps nothing: what every import of CSV in JavaScript begins with. */
export function papaContestant({ visits }: Place): Contestant {
  return {
    import: () =>
      new Promise((resolve, reject) => {
        let rows = 0;
        Papa.parse<string[]>(createReadStream(visits), {
          delimiter: ';',
          chunk: ({ data }) => {
            for (const cells of data) rows += cells.length === 12 ? 1 : 0;
          },
          complete: () => resolve(rows),
          error: reject,
        });
      }),
  };
}

/** Sinergi's import up to the point where it would be saved: read, map, normalise, recognise, match. */
export function planContestant({ inmates, visits }: Place): Contestant {
  const nothing = { mapping: null, remembered: [], visits: noVisits };
  const quiet = (): undefined => undefined;
  let people: KnownPerson[] = [];
  return {
    async prepare() {
      const { created } = await makePlan({ ...nothing, path: inmates, kind: 'inmates', people }, quiet);
      people = created.map(({ reference, fields }) => ({ id: reference, version: 1, fields }));
      return people.length;
    },
    import: async () => (await makePlan({ ...nothing, path: visits, kind: 'visits', people }, quiet)).counts.rows,
  };
}
