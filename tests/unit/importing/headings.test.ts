import { describe, expect, it } from 'vitest';
import { guessKind, missingFields, proposeMapping } from '../../../shared/domain/headings.ts';

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
    ['a book of finds', ['Tanggal', 'Blok/Kamar', 'WBP', 'No. Register', 'Jenis Barang', 'Jumlah']],
    ['a list of telephone calls', ['Tanggal', 'WBP', 'No. Register', 'Nomor Tujuan', 'Durasi (detik)']],
  ])('%s is left to the officer', (_, header) => {
    expect(guessKind(header)).toBeNull();
  });

  it('a list of inmates with running numbers and one more date is still one', () => {
    expect(guessKind(['No', 'Tanggal Masuk', 'Nama', 'No. Register', 'Blok', 'Perkara'])).toBe('inmates');
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
