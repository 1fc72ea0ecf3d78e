import { expect, it } from 'vitest';
import { plainJpeg } from '../../../shared/domain/photo.ts';

const segment = (marker: number, content: string): number[] => [
  0xff,
  marker,
  0,
  content.length + 2,
  ...Buffer.from(content, 'latin1'),
];
const scan = [...segment(0xda, 'kepala'), 1, 0xff, 0, 2, 0xff, 0xd0, 3, 0xff, 0xd9];

it('keeps the picture and nothing that tells of a place, a device or an owner', () => {
  const jfif = segment(0xe0, 'JFIF');
  const table = segment(0xdb, 'tabel');
  const told = [segment(0xe1, 'Exif GPS'), segment(0xe1, 'xmp'), segment(0xed, 'IPTC'), segment(0xfe, 'komentar')];
  const photo = Uint8Array.from([
    0xff,
    0xd8,
    ...jfif,
    ...told.flat(),
    ...table,
    ...scan,
    ...Buffer.from('di belakang'),
  ]);
  expect([...(plainJpeg(photo) ?? [])]).toEqual([0xff, 0xd8, ...jfif, ...table, ...scan]);
});

it('refuses what is no JPEG, is cut off, or hides something within the picture', () => {
  const whole = [0xff, 0xd8, ...segment(0xdb, 'tabel'), ...scan];
  expect(plainJpeg(Uint8Array.from(whole))).not.toBeNull();
  expect(plainJpeg(Uint8Array.from([0x89, 0x50, ...whole]))).toBeNull();
  for (let length = 0; length < whole.length; length += 1)
    expect(plainJpeg(Uint8Array.from(whole.slice(0, length)))).toBeNull();
  const hidden = [0xff, 0xd8, ...segment(0xda, 'kepala'), 1, ...segment(0xe1, 'Exif'), 0xff, 0xd9];
  expect(plainJpeg(Uint8Array.from(hidden))).toBeNull();
});
