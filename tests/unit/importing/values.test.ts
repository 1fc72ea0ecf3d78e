import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDay } from '../../../shared/domain/indonesian-date.ts';
import { cleanNationalId, isNationalId } from '../../../shared/domain/national-id.ts';
import { foldName, namesFit, nameTokens, splitAliases, tidyName } from '../../../shared/domain/person-name.ts';
import { canonicalPhones } from '../../../shared/domain/phone.ts';
import { parseTime } from '../../../shared/domain/time-of-day.ts';

describe('a date in a register', () => {
  it.each([
    ['02/03/2026', '2026-03-02'],
    ['2/3/2026', '2026-03-02'],
    ['02-03-2026', '2026-03-02'],
    ['02.03.2026', '2026-03-02'],
    ['02 03 2026', '2026-03-02'],
    ['2026-03-02', '2026-03-02'],
    ['2026/03/02', '2026-03-02'],
    ['2026-03-02T09:10:00.000Z', '2026-03-02'],
    ['02/03/2026 09:10', '2026-03-02'],
    ['02/03/2026, 09.10 WIB', '2026-03-02'],
    ['2 Maret 2026', '2026-03-02'],
    ['2 MARET 2026', '2026-03-02'],
    ['02-Mar-2026', '2026-03-02'],
    ['2 Mar 26', '2026-03-02'],
    ['2-Mar-26', '2026-03-02'],
    ['2/3/26', '2026-03-02'],
    ['Senin, 2 Maret 2026', '2026-03-02'],
    ["Jum'at, 6 Maret 2026", '2026-03-06'],
    ['Jumat 6/3/2026', '2026-03-06'],
    ['1 Pebruari 2026', '2026-02-01'],
    ['3 Nopember 2026', '2026-11-03'],
    ['17 Agustus 2026', '2026-08-17'],
    ['17 Agt 2026', '2026-08-17'],
    ['5 Mei 2026', '2026-05-05'],
    ['25 Desember 2026', '2026-12-25'],
    ['2 March 2026', '2026-03-02'],
    ['46083', '2026-03-02'],
    ['29/02/2024', '2024-02-29'],
    ['46083.375', '2026-03-02'],
    ['46083,375', '2026-03-02'],
    ['20260302', '2026-03-02'],
    ['02032026', '2026-03-02'],
    ['Mar 2, 2026', '2026-03-02'],
    ['2nd March 2026', '2026-03-02'],
    ['2 Mrt 2026', '2026-03-02'],
    ['17 Agust 2026', '2026-08-17'],
    ['1-Okt-26', '2026-10-01'],
    ["'02/03/2026", '2026-03-02'],
    ['02/03/2026.', '2026-03-02'],
    ['Tgl. 2 Maret 2026', '2026-03-02'],
    ['Senin tgl 2 Maret 2026', '2026-03-02'],
  ])('«%s» is %s', (written, day) => expect(parseDay(written)).toBe(day));

  it.each([
    '31/02/2026',
    '29/02/2026',
    '00/03/2026',
    '02/13/2026',
    '2 Foo 2026',
    'kemarin',
    '',
    '12345678',
    '1/1/1801',
    '02/03',
    'Rabu, 2 Maret 2026',
    '2 Marxist 2026',
    '020326',
    '1 s/d 3 Maret 2026',
    'O2/03/2026',
    'Maret 2026',
  ])('«%s» is none', (written) => expect(parseDay(written)).toBeNull());

  it('gives two digits to the last such year that can be meant', () => {
    expect(parseDay('01/01/35')).toBe('2035-01-01');
    expect(parseDay('01/01/70')).toBe('1970-01-01');
    expect(parseDay('01/01/35', 2026)).toBe('1935-01-01');
    expect(parseDay('01/01/26', 2026)).toBe('2026-01-01');
  });

  it('comes back from every spelling of every day', () => {
    const months = 'Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember'.split(' ');
    const weekdays = 'Minggu Senin Selasa Rabu Kamis Jumat Sabtu'.split(' ');
    const days = fc.date({ min: new Date('1950-01-01'), max: new Date('2060-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(days, (date) => {
        const iso = date.toISOString().slice(0, 10);
        const [year = '', month = '', day = ''] = iso.split('-');
        const spellings = [
          iso,
          `${day}/${month}/${year}`,
          `${day}-${month}-${year}`,
          `${Number(day)} ${months[Number(month) - 1]} ${year}`,
          `${day}${month}${year}`,
          `${weekdays[date.getUTCDay()]}, ${Number(day)} ${(months[Number(month) - 1] ?? '').slice(0, 3)} ${year}`,
        ];
        for (const spelling of spellings) expect(parseDay(spelling)).toBe(iso);
      }),
    );
  });

  it('never throws and never makes up a day', () => {
    fc.assert(
      fc.property(fc.string(), (written) => {
        const day = parseDay(written);
        expect(day === null || new Date(day).toISOString().startsWith(day)).toBe(true);
      }),
    );
  });
});

describe('a time in a register', () => {
  it.each([
    ['09:00', '09:00'],
    ['09.00', '09:00'],
    ['9.00', '09:00'],
    ['0900', '09:00'],
    ['900', '09:00'],
    ['09:00:00', '09:00'],
    ['09:00 WIB', '09:00'],
    ['09.00 wita', '09:00'],
    ['Pukul 09.00', '09:00'],
    ['09.00 - 10.30', '09:00'],
    ['09.00 s/d selesai', '09:00'],
    ['9:05 PM', '21:05'],
    ['12:00 am', '00:00'],
    ['23:59', '23:59'],
    ['0.375', '09:00'],
    ['2026-03-02 09:30', '09:30'],
    ['0,5625', '13:30'],
    ['09 : 00', '09:00'],
    ['09,00', '09:00'],
    ['9.30 pagi', '09:30'],
    ['2.30 siang', '14:30'],
    ['12.15 siang', '12:15'],
    ['07.00 malam', '19:00'],
  ])('«%s» is %s', (written, time) => expect(parseTime(written)).toBe(time));

  it.each(['24:00', '09:60', '9', '9.5', '9:5', '0.5', 'pagi', '5.00 siang', '', '13:00 pm', '2026-03-02'])(
    '«%s» is none',
    (written) => expect(parseTime(written)).toBeNull(),
  );
});

describe('a telephone number in a register', () => {
  it.each([
    ['081234567890', ['+6281234567890']],
    ['+6281234567890', ['+6281234567890']],
    ['6281234567890', ['+6281234567890']],
    ['81234567890', ['+6281234567890']],
    ['006281234567890', ['+6281234567890']],
    ['+62 0812-3456-7890', ['+6281234567890']],
    ['0812 3456 7890', ['+6281234567890']],
    ['0812-3456-7890', ['+6281234567890']],
    ['0812.3456.7890', ['+6281234567890']],
    ["'081234567890", ['+6281234567890']],
    ['(021) 5551234', ['+62215551234']],
    ['021-5551234', ['+62215551234']],
    ['081234567890 / 081398765432', ['+6281234567890', '+6281398765432']],
    ['081234567890, 0813 9876 5432', ['+6281234567890', '+6281398765432']],
    ['081234567890 081398765432', ['+6281234567890', '+6281398765432']],
    ['081234567890 dan 081398765432', ['+6281234567890', '+6281398765432']],
    ['081234567890/081234567890', ['+6281234567890']],
    ['+60 12 345 6789', ['+60123456789']],
    ['-', []],
    ['', []],
    ['tidak ada', []],
    ['8.12346E+10', []],
    ['81234567890.0', ['+6281234567890']],
    ['0812.345.000', ['+62812345000']],
    ['081234567890-081398765432', ['+6281234567890', '+6281398765432']],
    ['0812 0345 6789 0813 0987 6543', []],
    ['08123456789081398765432', []],
    ['110', []],
  ])('«%s» is %j', (written, phones) => expect(canonicalPhones(written)).toEqual(phones));

  it('reads its own canonical form as itself', () => {
    fc.assert(
      fc.property(fc.string(), (written) => {
        for (const phone of canonicalPhones(written)) {
          expect(phone).toMatch(/^\+\d{8,15}$/);
          expect(canonicalPhones(phone)).toEqual([phone]);
        }
      }),
    );
  });

  it('is the same number whatever stands before and between its digits', () => {
    const subscriber = fc.stringMatching(/^8\d{8,11}$/);
    const separator = fc.constantFrom('', ' ', '-', '.');
    fc.assert(
      fc.property(subscriber, separator, fc.constantFrom('0', '62', '+62', '+62 ', ''), (digits, between, before) => {
        const written = `${before}${digits.slice(0, 3)}${between}${digits.slice(3, 7)}${between}${digits.slice(7)}`;
        expect(canonicalPhones(written)).toEqual([`+62${digits}`]);
      }),
    );
  });
});

describe('a NIK in a register', () => {
  it.each([
    ['3171044903621839', '3171044903621839', true],
    ["'3171044903621839", '3171044903621839', true],
    ['3171 0449 0362 1839', '3171044903621839', true],
    ['31.71.04.490362.1839', '3171044903621839', true],
    ['317104490362183', '317104490362183', false],
    ['31710449036218390', '31710449036218390', false],
    ['317104490362183?', '317104490362183', false],
    ['3171047203621839', '3171047203621839', false],
    ['3171044913621839', '3171044913621839', false],
    ['3171043002621839', '3171043002621839', false],
    ['3.17104E+15', '', false],
    ['3,17104E+15', '', false],
    ['3171044903621839.0', '3171044903621839', true],
    ['3171044903621839/3171040903621831', '', false],
    ['-', '', false],
    ['0000000000000000', '', false],
    ['', '', false],
  ])('«%s» is kept as «%s», valid: %s', (written, digits, valid) => {
    expect(cleanNationalId(written)).toBe(digits);
    expect(isNationalId(cleanNationalId(written))).toBe(valid);
  });
});

describe('a name in a register', () => {
  it('is compared without titles, capitals, accents and degrees', () => {
    const same = [
      'Siti Aminah',
      'SITI AMINAH',
      'Hj. Siti Aminah',
      'Ibu  siti  aminah',
      'Síti Aminah',
      'Siti Aminah, S.H., M.Kn.',
      'Siti Aminah, SE',
    ];
    expect(new Set(same.map(foldName))).toEqual(new Set(['siti aminah']));
  });

  it.each([
    ['Budi Santoso als. Ucok', 'Budi Santoso', ['Ucok']],
    ['BUDI SANTOSO ALIAS UCOK', 'Budi Santoso', ['Ucok']],
    ['Budi Santoso @ Ucok @ Black', 'Budi Santoso', ['Ucok', 'Black']],
    ['Budi Santoso als Bang Toyib', 'Budi Santoso', ['Bang Toyib']],
    ['Budi Alsaman', 'Budi Alsaman', []],
  ])('«%s» is %s with the aliases %j', (written, name, aliases) =>
    expect(splitAliases(written)).toEqual({ name, aliases }),
  );

  it.each([
    ['Petrus Susanto', 'PETRUS S.', true],
    ['Sulastri Theresia Lubis', 'Sulastri T. Lubis', true],
    ['Sulastri Theresia Lubis', 'Sulastri Lubis', true],
    ['Petrus Susanto', 'Paulus Susanto', false],
    ['Petrus Susanto', 'Petrus Hartono', false],
  ])('«%s» and «%s» fit: %s', (a, b, fit) => {
    expect(namesFit(nameTokens(a), nameTokens(b))).toBe(fit);
    expect(namesFit(nameTokens(b), nameTokens(a))).toBe(fit);
  });

  it('is shown as written unless it was shouted or whispered', () => {
    expect(tidyName('  SITI   NUR-HALIZA ')).toBe('Siti Nur-Haliza');
    expect(tidyName('siti')).toBe('Siti');
    expect(tidyName('Siti van der Berg')).toBe('Siti van der Berg');
  });
});
