import { type CaseFile, caseFileSchema } from '../../../shared/domain/case-file.ts';
import type { DemoRegisters } from './registers.ts';

/** The case an officer would build from the demonstration's registers: three inmates, three visitors, one supplier. */
export function demoCase({ ringInmates, ringVisitors }: DemoRegisters): CaseFile {
  const supplier = { name: 'Om Badai (contoh)' };
  const grade = { scheme: 'admiralty', source: 'B', information: '2' };
  const unsure = { scheme: 'admiralty', source: 'C', information: '3' };
  return caseFileSchema.parse({
    title: 'Kunjungan serentak tiga pengunjung (contoh)',
    marking: 'rahasia',
    purpose: 'Menilai apakah tiga pengunjung membawa barang terlarang bagi tiga WBP. Data sintetis untuk peragaan.',
    legalBasis: 'Perjanjian kerja sama Lapas dan Polres; UU 22/2022 Pasal 81; UU 35/2009.',
    notes: 'Semua orang dalam berkas ini rekaan.',
    members: [
      ...ringInmates.map((registrationNumber) => ({ registrationNumber, part: 'inmate' })),
      ...ringVisitors.map((nationalId) => ({ nationalId, part: 'visitor' })),
      {
        ...supplier,
        part: 'supplier',
        note: 'Hanya dikenal dengan nama panggilan.',
        allegation: { grade: unsure, source: 'Laporan petugas P2U, 14 April 2026' },
      },
    ],
    links: [
      ...ringVisitors.flatMap((nationalId, courier) =>
        ringInmates
          .filter((_, target) => target !== courier)
          .map((registrationNumber) => ({
            from: { nationalId },
            to: { registrationNumber },
            kind: 'visits',
            since: '2026-03-02',
            grade,
            source: 'Buku kunjungan, Maret–Agustus 2026',
            status: 'confirmed',
          })),
      ),
      ...ringVisitors.slice(0, 2).map((nationalId) => ({
        from: supplier,
        to: { nationalId },
        kind: 'supplies',
        grade: unsure,
        source: 'Laporan petugas P2U, 14 April 2026',
        status: 'suspected',
      })),
    ],
  });
}
