import { type ColumnMapping, type RegisterKind, registerFields, registerKinds } from './register.ts';

/** Headings registers use for a field, folded: lower case, letters and digits only. The first that fits wins. */
const synonyms: Readonly<Record<RegisterKind, Readonly<Record<string, readonly string[]>>>> = {
  inmates: {
    registrationNumber: [
      'noregister',
      'noregistrasi',
      'nomorregister',
      'nomorregistrasi',
      'noreg',
      'register',
      'registrasi',
      'registrationnumber',
      'registrationno',
      'registerno',
      'registernumber',
      'regno',
      'inmateno',
      'inmatenumber',
      'prisonernumber',
    ],
    name: [
      'nama',
      'namawbp',
      'namanapi',
      'namanarapidana',
      'namalengkap',
      'namatahanan',
      'name',
      'fullname',
      'inmate',
      'inmatename',
      'prisoner',
      'prisonername',
      'wbp',
    ],
    alias: ['alias', 'namaalias', 'aliases', 'panggilan'],
    birthDate: ['tgllahir', 'tanggallahir', 'lahir', 'dateofbirth', 'birthdate', 'dob'],
    cell: [
      'blokkamar',
      'blok',
      'kamar',
      'bloksel',
      'sel',
      'cell',
      'room',
      'blockroom',
      'blockcell',
      'cellblock',
      'block',
    ],
    offence: ['perkara', 'pasal', 'kasus', 'tindakpidana', 'jeniskejahatan', 'offence', 'offense'],
    expiresOn: [
      'tglekspirasi',
      'tanggalekspirasi',
      'ekspirasi',
      'tglbebas',
      'tanggalbebas',
      'expiry',
      'expirydate',
      'releasedate',
    ],
    nationalId: ['nik', 'noktp', 'ktp', 'nationalid'],
    address: ['alamat', 'address'],
    phone: ['nohp', 'hp', 'telepon', 'telp', 'notelp', 'phone'],
  },
  visits: {
    rowNumber: ['no', 'nomor', 'nourut'],
    date: [
      'tanggal',
      'tgl',
      'tglkunjungan',
      'tanggalkunjungan',
      'date',
      'visitdate',
      'dateofvisit',
      'visitingdate',
      'hari',
      'haritanggal',
    ],
    time: ['jam', 'waktu', 'pukul', 'jamkunjungan', 'time', 'visittime', 'timeofvisit', 'timein'],
    queueNumber: ['noantrian', 'antrian', 'nomorantrian', 'noantri', 'queue', 'queueno', 'queuenumber'],
    visitorName: [
      'namapengunjung',
      'pengunjungnama',
      'pengunjung',
      'visitor',
      'visitorname',
      'nameofvisitor',
      'guest',
      'guestname',
      'nama',
    ],
    nationalId: ['nik', 'noktp', 'ktp', 'nikktp', 'noidentitas', 'nationalid', 'idnumber', 'idno'],
    phone: ['nohp', 'hp', 'telepon', 'telp', 'notelp', 'notelepon', 'nomorhp', 'phone', 'mobile'],
    address: ['alamat', 'alamatpengunjung', 'address', 'almt'],
    relation: ['hubungan', 'hub', 'hubungandenganwbp', 'hubkeluarga', 'relation', 'relationship'],
    inmateName: [
      'namawbp',
      'wbpnama',
      'wbp',
      'namanapi',
      'napi',
      'namatahanan',
      'namanarapidana',
      'yangdikunjungi',
      'dikunjungi',
      'inmate',
      'inmatename',
      'nameofinmate',
      'prisoner',
      'prisonername',
      'detainee',
    ],
    registrationNumber: [
      'noregister',
      'noregistrasi',
      'noreg',
      'nomorregister',
      'register',
      'registrationnumber',
      'registrationno',
      'registerno',
      'registernumber',
      'regno',
      'inmateno',
      'inmatenumber',
    ],
    cell: ['blokkamar', 'blok', 'kamar', 'bloksel', 'sel', 'cell', 'room', 'cellblock', 'blockcell', 'block'],
  },
};

/**
 * Words that tell a field inside a longer heading (`Nama WBP yang Dikunjungi`, `No. Reg. Instansi`); asked only for
 * fields and columns that no synonym claimed, and only when a single column fits.
 */
const tellingWords: Readonly<Record<RegisterKind, Readonly<Record<string, RegExp>>>> = {
  inmates: {
    registrationNumber: /(?:no|nomor).*reg/,
    name: /^nama.*(?:wbp|napi|narapidana|tahanan|wargabinaan|lengkap)|^wargabinaan/,
    alias: /alias/,
    birthDate: /^(?:tgl|tanggal).*lahir|^lahir/,
    cell: /blok|kamar|^kmr/,
    offence: /perkara|pasal|pidana|kejahatan/,
    expiresOn: /ekspirasi|bebas|expir|release/,
    nationalId: /^(?:no|nomor)?(?:nik|ktp)/,
    address: /^alamat|address/,
    phone: /hp$|telp|telepon|handphone|whatsapp|^nowa$|phone|mobile/,
  },
  visits: {
    date: /^(?:hari)?(?:tgl|tanggal)(?!.*lahir)/,
    time: /^(?:jam|pukul|waktu)/,
    queueNumber: /antri/,
    visitorName: /^nama.*(?:pengunjung|tamu|pembesuk)|^(?:pembesuk|tamu)(?:nama)?$|^visitorsname/,
    nationalId: /nik|ktp|identitas|^id(?:no|number|card)/,
    phone: /hp|telp|telepon|handphone|whatsapp|^nowa$|phone|mobile/,
    address: /alamat|address/,
    relation: /^(?:status)?hub|^(?:pengunjung)?hubungan|^relation/,
    registrationNumber: /(?:no|nomor).*reg/,
    cell: /blok|kamar|^kmr/,
    inmateName: /(?:wbp|napi|narapidana|tahanan|wargabinaan|dikunjungi|dibesuk|inmatesname)/,
  },
};

const folded = (heading: string): string =>
  heading
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}]/gu, '')
    .replace(/^nm(?=\p{Letter})/u, 'nama');

/** Field → heading, for the headings that are known; a column serves one field only, and some serve none. */
export function proposeMapping(kind: RegisterKind, header: readonly string[]): ColumnMapping {
  const free = new Map(header.map((heading) => [folded(heading), heading]));
  const mapping: ColumnMapping = {};
  for (const [field, names] of Object.entries(synonyms[kind])) {
    const name = names.find((candidate) => free.has(candidate));
    if (name === undefined) continue;
    mapping[field] = free.get(name) ?? '';
    free.delete(name);
  }
  for (const [field, words] of Object.entries(tellingWords[kind])) {
    if (field in mapping) continue;
    const [only, second] = [...free.keys()].filter((heading) => words.test(heading));
    if (only === undefined || second !== undefined) continue;
    mapping[field] = free.get(only) ?? '';
    free.delete(only);
  }
  return mapping;
}

export function missingFields(kind: RegisterKind, mapping: ColumnMapping, header: readonly string[]): string[] {
  return registerFields[kind].required.filter((field) => {
    const heading = mapping[field];
    return heading === undefined || !header.includes(heading);
  });
}

/** Numbered rows stand in any register, so the column of numbers says nothing about which one it is. */
const tellingFields = (mapping: ColumnMapping): number =>
  Object.keys(mapping).filter((field) => field !== 'rowNumber').length;

/**
 * The register that explains most of the headings, when its required fields are among them; null when none does, and also
 * when another register that lacks a required field explains more: a visit book read as a list of inmates would make
 * people of it.
 */
export function guessKind(header: readonly string[]): RegisterKind | null {
  const [likeliest] = registerKinds
    .map((kind) => {
      const mapping = proposeMapping(kind, header);
      return { kind, known: tellingFields(mapping), complete: missingFields(kind, mapping, header).length === 0 };
    })
    .sort((a, b) => b.known - a.known || Number(b.complete) - Number(a.complete));
  return likeliest?.complete === true ? likeliest.kind : null;
}

/** How many headings of any register a row holds; the header is the first row with the most. */
export function knownHeadings(cells: readonly string[]): number {
  return Math.max(...registerKinds.map((kind) => Object.keys(proposeMapping(kind, cells)).length));
}
