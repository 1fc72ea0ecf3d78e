import type { FieldsOf } from '../../../shared/domain/document.ts';
import { Chance } from '../../fixtures/prison/chance.ts';
import { inventedName } from '../../fixtures/prison/invented-people.ts';

const things = ['sabu', 'HP', 'kartu SIM', 'uang tunai', 'charger', 'ganja', 'sendok runcing', 'surat'];
const ways = [
  'dititipkan dalam nasi bungkus',
  'dilempar dari luar tembok',
  'diselipkan di sol sandal',
  'dibawa saat kunjungan',
];
const day = '2025-11-03';

/** A short report, the same for the same number. */
export function benchReport(number: number, author: string): FieldsOf<'reports'> {
  const chance = new Chance(number + 1);
  const [from, to] = [inventedName(chance, true), inventedName(chance, false)];
  const block = `${chance.pick(['A', 'B', 'C'])}.${chance.between(1, 20)}`;
  const thing = chance.pick(things);
  const facts = [
    `${from} terlihat menyerahkan ${thing} untuk ${to} di ${block}, ${chance.pick(ways)}.`,
    `Menurut keterangan, ${to} menerima barang itu sekitar pukul ${chance.between(9, 15)}.00.`,
  ];
  return {
    subject: `Dugaan masuknya ${thing} ke blok ${block}`,
    field: '',
    marking: 'terbatas',
    priority: 'low',
    source: { kind: 'named', description: 'Petugas jaga' },
    relation: '',
    method: '',
    place: block,
    informationFrom: day,
    writtenOn: day,
    items: facts.map((text) => ({
      text,
      grade: { scheme: 'admiralty', source: 'C', information: '3' },
      mentions: [],
    })),
    opinion: { analysis: '', prediction: '', stepsTaken: '', recommendation: '' },
    handling: { code: 'P' },
    risk: '',
    distribution: [],
    caseIds: [],
    number: `LI/${String(number + 1).padStart(5, '0')}/XI/2025`,
    author,
    state: 'draft',
    steps: [],
  };
}
