import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildCase } from '../../../electron/services/cases/case-build.ts';
import { runImportHere } from '../../../electron/services/importing/import-worker.ts';
import { createImporting } from '../../../electron/services/importing/importing.ts';
import { createSession, type Session } from '../../../electron/services/session.ts';
import { createVault } from '../../../electron/vault/create-vault.ts';
import { localKeyDerivation } from '../../../electron/vault/crypto/key-derivation.ts';
import { caseFileSchema } from '../../../shared/domain/case-file.ts';
import { type SinergiError, toSinergiError } from '../../../shared/errors.ts';
import { csvOf, inmateCsv, visitRows } from '../../fixtures/registers/visit-register.ts';

const weak = { kdf: localKeyDerivation, practice: true, parameters: { memoryKiB: 64, passes: 1, lanes: 1 } } as const;
const [sri = []] = visitRows;
const grade = { scheme: 'admiralty', source: 'B', information: '2' };
const written = {
  title: 'Kunjungan serentak',
  marking: 'rahasia',
  purpose: 'Menilai',
  legalBasis: 'UU 22/2022',
  members: [],
  links: [],
};

let folder: string;
let session: Session;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sinergi-case-build-'));
  const { vault } = await createVault({
    folder: join(folder, 'A.cvault'),
    officerName: 'Petugas Satu',
    passphrase: 'kata sandi percobaan',
    ...weak,
  });
  session = createSession({ changed: () => undefined, locked: () => undefined });
  session.begin(vault);
  const importing = createImporting({
    vault: (need) => session.vault(need),
    workers: { path: () => '' },
    emit: () => undefined,
    runner: runImportHere,
  });
  const file = async (name: string, content: string): Promise<string> => {
    await writeFile(join(folder, name), content);
    return join(folder, name);
  };
  await importing.run(await file('wbp.csv', inmateCsv), 'inmates', null);
  const namesake = sri.with(4, 'Joko Misal').with(5, '3171040903621831').with(6, '').with(7, '').with(3, '99');
  await importing.run(await file('kunjungan.csv', csvOf([...visitRows, namesake])), 'visits', null);
});
afterAll(async () => {
  await session.end('quit');
  await rm(folder, { recursive: true, force: true });
});

const build = (file: object) => buildCase(session, caseFileSchema.parse({ ...written, ...file }), () => new Date());
const stored = () => {
  const { people, cases, links } = session.vault('cases.create').document;
  return [people, cases, links].map((records) => Object.keys(records).length);
};
/** Why a file is refused; nothing of it is built. */
const refusal = async (file: object): Promise<SinergiError | null> => {
  const before = stored();
  const error = await build(file).then(() => null, toSinergiError);
  expect(stored()).toEqual(before);
  return error;
};

describe('a case built from a file', () => {
  it('finds people by number, NIK and name, however they are spaced', async () => {
    const members = [
      { registrationNumber: 'b.i 1001 / 2022', part: 'inmate' },
      { nationalId: '3171 0449 0362 1839', part: 'visitor' },
      { name: 'OM BADAI', part: 'supplier' },
    ];
    const links = [
      {
        from: { name: 'Om Badai' },
        to: { name: 'Sri Rahayu' },
        kind: 'supplies',
        grade,
        source: 'P2U',
        status: 'suspected',
      },
    ];
    const built = await build({ members, links });
    expect(built.created.map(({ name }) => name)).toEqual(['OM BADAI']);
    expect(built.joined).toEqual([]);
    expect((await build({ members, links })).created).toEqual([]);
  });

  it('does not tell an inmate from a visitor of the same name by the part', async () => {
    for (const part of ['inmate', 'visitor', 'other'])
      expect(await refusal({ members: [{ name: 'Joko Misal', part }] })).toMatchObject({
        code: 'reference-ambiguous',
        details: {
          place: 'members[0]',
          candidates: [expect.stringContaining('B.I 1002/2023'), expect.stringContaining('3171040903621831')],
        },
      });
  });

  it('names those a mistyped number or name may mean, and builds nothing', async () => {
    const near = (name: string) => ({ place: 'members[1]', candidates: [expect.stringContaining(name)] });
    const first = { name: 'Pemasok Baru', part: 'supplier' };
    const slips = [
      [{ registrationNumber: 'B.I 1020/2023' }, 'Joko Misal'],
      [{ nationalId: '3171044903621893' }, 'Sri Rahayu'],
      [{ name: 'Dewi Umpamma' }, 'Dewi Umpama'],
    ] as const;
    for (const [reference, name] of slips)
      expect(await refusal({ members: [first, { ...reference, part: 'other' }] })).toMatchObject({
        code: 'reference-unknown',
        details: near(name),
      });
  });

  it('shows both people whom parts of one reference mean', async () => {
    const member = { nationalId: '3171044903621839', name: 'Dewi Umpama', part: 'visitor' };
    expect(await refusal({ members: [member] })).toMatchObject({
      code: 'reference-unknown',
      details: { candidates: [expect.stringContaining('Sri Rahayu'), expect.stringContaining('Dewi Umpama')] },
    });
  });

  it('takes a new supplier once', async () => {
    const members = ['Om Angin', 'om  angin'].map((name) => ({ name, part: 'supplier' }));
    expect(await refusal({ members })).toMatchObject({ code: 'member-exists', details: { place: 'members[1]' } });
  });

  it('refuses names with characters that print nothing or turn the line around', () => {
    for (const name of ['Om\u0007 Badai', 'Om \u202eBadai']) {
      const file = { ...written, members: [{ name, part: 'supplier' }] };
      expect(caseFileSchema.safeParse(file).success).toBe(false);
    }
  });
});
