import { describe, expect, it } from 'vitest';
import { guessKind, missingFields, otherKind, proposeMapping } from '../../../shared/domain/headings.ts';

const visits = (header: readonly string[]) => proposeMapping('visits', header);

describe('the headings of a visit register', () => {
  it.each([
    [
      [
        'No',
        'Tanggal',
        'Jam',
        'No. Antrian',
        'Nama Pengunjung',
        'NIK',
        'No. HP',
        'Alamat',
        'Hubungan',
        'Nama WBP',
        'No. Register',
        'Blok/Kamar',
      ],
    ],
    [
      [
        'No.',
        'Tgl. Kunjungan',
        'Pukul',
        'Antrian',
        'PENGUNJUNG',
        'No. KTP',
        'Telp',
        'Alamat Pengunjung',
        'Hub.',
        'Nama Napi',
        'Nomor Registrasi',
        'Kamar',
      ],
    ],
    [
      [
        'Nomor',
        'Hari/Tanggal',
        'Waktu',
        'Nomor Antrian',
        'Nama Tamu',
        'NIK/KTP',
        'No. Telepon / HP',
        'Alamat Rumah',
        'Hub. dengan WBP',
        'Nama WBP yang Dikunjungi',
        'No. Reg. Instansi',
        'Blok',
      ],
    ],
    [
      [
        'no',
        'visit date',
        'time',
        'queue',
        'visitor name',
        'national id',
        'phone',
        'address',
        'relationship',
        'inmate name',
        'registration number',
        'cell',
      ],
    ],
  ])('%j are all understood', (header) => {
    expect(Object.values(visits(header)).sort()).toEqual([...header].sort());
    expect(visits(header)).toMatchObject({
      visitorName: header[4],
      inmateName: header[9],
      registrationNumber: header[10],
    });
    expect(guessKind(header)).toBe('visits');
  });

  it('leave a remark alone, and say what is missing', () => {
    const header = ['Tanggal', 'Nama Pengunjung', 'Keterangan'];
    expect(visits(header)).toEqual({ date: 'Tanggal', visitorName: 'Nama Pengunjung' });
    expect(missingFields('visits', visits(header), header)).toEqual(['inmateName']);
    expect(guessKind(header)).toBeNull();
  });

  it('do not guess between two columns that fit equally', () => {
    expect(visits(['Tanggal', 'Nama Pengunjung', 'Nama WBP', 'No HP 1', 'No HP 2'])).not.toHaveProperty(
      'phone',
      'No HP 2',
    );
  });
});

describe('headings that do not tell which register they are of', () => {
  it.each([
    [
      'a visit book whose column of visitors nobody knows',
      ['Tanggal', 'Jam', 'Siapa', 'Hubungan', 'Nama WBP', 'No. Register', 'Blok'],
    ],
  ])('%s is left to the officer', (_, header) => {
    expect(guessKind(header)).toBeNull();
  });

  it('a list of inmates with running numbers and one more date is still one', () => {
    expect(guessKind(['No', 'Tanggal Masuk', 'Nama', 'No. Register', 'Blok', 'Perkara'])).toBe('inmates');
  });
});

describe('the headings of other registers', () => {
  it.each([
    ['finds', ['Tanggal', 'Blok/Kamar', 'WBP', 'No. Register', 'Jenis Barang', 'Jumlah']],
    ['finds', ['Date found', 'Location', 'Contraband', 'Weight (g)', 'Inmate', 'Officer']],
    ['calls', ['Tanggal', 'WBP', 'No. Register', 'Nomor Tujuan', 'Durasi (detik)']],
    ['calls', ['Call date', 'Time', 'Prisoner name', 'Prisoner number', 'Number dialled', 'Duration (min)']],
    ['goods', ['No', 'Tgl. Titipan', 'Nama Penitip', 'NIK', 'Untuk WBP', 'Blok', 'Jenis Barang', 'Jumlah', 'Ket.']],
    ['goods', ['Date', 'Sender', 'Recipient', 'Reg. No.', 'Item', 'Qty']],
    ['moves', ['Tgl Mutasi', 'Nama WBP', 'No. Reg', 'Kamar Lama', 'Kamar Baru', 'Alasan']],
    ['calls', ['Waktu', 'WBP', 'No. Register', 'No. Tujuan', 'Durasi']],
    ['moves', ['Tgl', 'Nama WBP', 'Kamar Asal', 'Kamar Tujuan', 'Keterangan']],
    ['moves', ['Date of move', 'Inmate', 'Registration number', 'From cell', 'To cell']],
    ['staff', ['No', 'Nama', 'NIP', 'Pangkat/Golongan', 'Jabatan', 'No. HP', 'Alamat']],
    ['staff', ['Employee number', 'Full name', 'Position', 'Unit', 'Phone']],
  ] as const)('tell %s: %j', (kind, header) => {
    expect(guessKind(header)).toBe(kind);
    expect(missingFields(kind, proposeMapping(kind, header), header)).toEqual([]);
  });

  it('leave a find that may be a deposit to whoever hands it over, and nothing else', () => {
    const header = ['Tanggal', 'Blok/Kamar', 'WBP', 'No. Register', 'Jenis Barang', 'Jumlah'];
    expect(otherKind('goods', header)).toBeNull();
    expect(otherKind('visits', header)).toBe('finds');
    expect(otherKind('inmates', header)).toBe('finds');
    expect(otherKind('staff', ['No. Register', 'Nama', 'Tgl Lahir', 'Alamat'])).toBe('inmates');
  });
});

describe('the headings of an inmate register', () => {
  it.each([
    [['No. Register', 'Nama', 'Alias', 'Tgl Lahir', 'Blok/Kamar', 'Perkara', 'Tgl Ekspirasi']],
    [['NOMOR REGISTRASI', 'NAMA NARAPIDANA', 'NAMA ALIAS', 'TANGGAL LAHIR', 'KAMAR', 'PASAL', 'TGL BEBAS']],
  ])('%j are all understood', (header) => {
    expect(Object.keys(proposeMapping('inmates', header)).sort()).toEqual([
      'alias',
      'birthDate',
      'cell',
      'expiresOn',
      'name',
      'offence',
      'registrationNumber',
    ]);
    expect(guessKind(header)).toBe('inmates');
  });
});
