import { seededRandom } from './random.ts';

/** Two registers of invented people as the prison would write them, and who in them runs things together. */
export interface DemoRegisters {
  readonly inmates: string;
  readonly visits: string;
  /** Registration numbers of the inmates that the planted couriers visit. */
  readonly ringInmates: readonly string[];
  /** NIKs of the couriers. */
  readonly ringVisitors: readonly string[];
}

const firstNames = [
  'Agus',
  'Bayu',
  'Citra',
  'Dewi',
  'Eko',
  'Fajar',
  'Gita',
  'Hendra',
  'Indah',
  'Joko',
  'Kartika',
  'Lestari',
  'Made',
  'Nur',
  'Putri',
  'Rizki',
  'Siti',
  'Teguh',
  'Umar',
  'Wulan',
  'Yusuf',
  'Zainal',
] as const;
const lastNames = [
  'Anggara',
  'Basuki',
  'Cahyono',
  'Darmawan',
  'Effendi',
  'Firmansyah',
  'Gunadi',
  'Hartanto',
  'Iskandar',
  'Jatmiko',
  'Kusnadi',
  'Laksana',
  'Mahendra',
  'Nugraha',
  'Pranata',
  'Rahardja',
  'Saputra',
  'Tanuwijaya',
  'Utomo',
  'Wirawan',
] as const;
const offences = [
  'Narkotika Ps 111',
  'Narkotika Ps 112',
  'Narkotika Ps 114',
  'Pencurian Ps 363',
  'Penipuan Ps 378',
] as const;
const relations = ['Istri', 'Suami', 'Ibu', 'Ayah', 'Kakak', 'Adik', 'Anak', 'Teman', 'Kuasa Hukum'] as const;
const streets = ['Jl. Mawar', 'Jl. Kenanga', 'Jl. Cempaka', 'Jl. Teratai', 'Jl. Melati'] as const;
const quarters = ['Klender', 'Duren Sawit', 'Kayu Manis', 'Rawamangun', 'Pisangan Timur'] as const;
const months = [
  'Januari',
  'Februari',
  'Maret',
  'April',
  'Mei',
  'Juni',
  'Juli',
  'Agustus',
  'September',
  'Oktober',
  'November',
  'Desember',
] as const;

const inmateCount = 120;
const visitorCount = 260;
const weeks = 26;
const firstDay = Date.UTC(2026, 2, 2);
const dayLength = 86_400_000;

interface Visitor {
  readonly name: string;
  readonly nationalId: string;
  readonly phone: string;
  readonly address: string;
  readonly relation: string;
  readonly inmates: readonly number[];
}

export function demoRegisters(seed = 20_260_302): DemoRegisters {
  const random = seededRandom(seed);
  const below = (limit: number): number => Math.floor(random() * limit);
  const pick = <T>(list: readonly [T, ...T[]]): T => list[below(list.length)] ?? list[0];
  const pad = (value: number, length: number): string => String(value).padStart(length, '0');
  const name = (): string => `${pick(firstNames)} ${random() < 0.3 ? `${pick(firstNames)} ` : ''}${pick(lastNames)}`;

  const inmates = Array.from({ length: inmateCount }, (_, index) => ({
    registration: `B.I ${1000 + index}/${2019 + below(7)}`,
    name: name(),
    alias: random() < 0.2 ? pick(['Ucok', 'Acong', 'Gondrong', 'Bang Jack', 'Kancil']) : '',
    born: `${pad(1 + below(28), 2)}/${pad(1 + below(12), 2)}/${1965 + below(38)}`,
    cell: `${pick(['A', 'B', 'C', 'D', 'E', 'F'])}.${1 + below(3)}.${1 + below(20)}`,
    offence: pick(offences),
    expires: `${pad(1 + below(28), 2)}/${pad(1 + below(12), 2)}/${2027 + below(10)}`,
  }));

  const ringTargets = [7, 23, 58];
  const visitor = (targets: readonly number[], relation: string): Visitor => ({
    name: name(),
    nationalId: `3175${pad(1 + below(10), 2)}${pad(1 + below(28), 2)}${pad(1 + below(12), 2)}${pad(60 + below(40), 2)}${pad(below(10_000), 4)}`,
    phone: `08${pick(['12', '13', '52', '77', '96'])}${pad(below(100_000_000), 8)}`,
    address: `${pick(streets)} No. ${1 + below(120)} ${pick(quarters)}`,
    relation,
    inmates: targets,
  });
  const families = Array.from({ length: visitorCount }, () => visitor([below(inmateCount)], pick(relations)));
  const couriers = [0, 1, 2].map(() => visitor(ringTargets, 'Teman'));

  const rows: { readonly day: number; readonly minutes: number; readonly text: string }[] = [];
  const enter = (who: Visitor, target: number, day: number, minutes: number): void => {
    const inmate = inmates[target];
    if (inmate === undefined) return;
    const time = `${pad(Math.floor(minutes / 60), 2)}${random() < 0.1 ? '.' : ':'}${pad(minutes % 60, 2)}`;
    const written = random() < 0.08 ? who.name.toUpperCase() : who.name;
    const nationalId = random() < 0.05 ? '' : who.nationalId;
    const phone = random() < 0.1 ? '-' : random() < 0.2 ? `+62${who.phone.slice(1)}` : who.phone;
    const registration = random() < 0.04 ? '' : inmate.registration;
    const cells = [
      dateText(firstDay + day * dayLength, random()),
      time,
      String(1 + below(60)),
      written,
      nationalId,
      phone,
      who.address,
      who.relation,
      inmate.name,
      registration,
      inmate.cell,
    ];
    rows.push({ day, minutes, text: cells.join(';') });
  };
  const visitDay = (week: number): number => week * 7 + below(6);
  for (let week = 0; week < weeks; week += 1) {
    for (const who of families) {
      const [target = 0] = who.inmates;
      if (random() < 0.35) enter(who, target, visitDay(week), 9 * 60 + 10 * below(36));
    }
    if (random() < 0.8) {
      const day = visitDay(week);
      const minutes = 9 * 60 + 10 * below(36);
      couriers.forEach((who, index) => enter(who, ringTargets[(index + week) % ringTargets.length] ?? 0, day, minutes));
    }
  }
  rows.sort((a, b) => a.day - b.day || a.minutes - b.minutes);

  return {
    inmates: [
      'No. Register,Nama,Alias,Tgl Lahir,Blok/Kamar,Perkara,Tgl Ekspirasi',
      ...inmates.map((inmate) => Object.values(inmate).join(',')),
      '',
    ].join('\n'),
    visits: [
      'BUKU KUNJUNGAN (DATA SINTETIS)',
      'No;Tanggal;Jam;No. Antrian;Nama Pengunjung;NIK;No. HP;Alamat;Hubungan;Nama WBP;No. Register;Blok/Kamar',
      ...rows.map(({ text }, index) => `${index + 1};${text}`),
      '',
    ].join('\n'),
    ringInmates: ringTargets.flatMap((target) => inmates[target]?.registration ?? []),
    ringVisitors: couriers.map((courier) => courier.nationalId),
  };
}

/** The register's writers do not agree on how a date is written. */
function dateText(time: number, chance: number): string {
  const [year = '', month = '', day = ''] = new Date(time).toISOString().slice(0, 10).split('-');
  if (chance < 0.1) return `${Number(day)} ${months[Number(month) - 1] ?? ''} ${year}`;
  if (chance < 0.2) return `${day}-${month}-${year}`;
  return `${day}/${month}/${year}`;
}
