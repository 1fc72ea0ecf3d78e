import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toSinergiError } from '../../../shared/errors.ts';
import { openVault } from '../../../electron/vault/open-vault.ts';
import { verifyVault } from '../../../electron/vault/verifying/verify-vault.ts';
import { makeRichVault, passphrase, practice } from './support/rich-vault.ts';

let base: string;
let sound: string;
let made = 0;
beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'sinergi-damage-'));
  sound = join(base, 'Sound.cvault');
  await makeRichVault(sound);
});
afterAll(() => rm(base, { recursive: true, force: true }));

/** Of several the newest first: identifiers grow with time. */
async function filesOf(folder: string, ending: string): Promise<readonly string[]> {
  const names = await readdir(folder, { recursive: true });
  const found = names.filter((name) => name.endsWith(ending)).toSorted();
  return found.toReversed().map((name) => join(folder, name));
}
async function newest(folder: string, ending: string): Promise<string> {
  const [path] = await filesOf(folder, ending);
  if (path === undefined) throw new Error(`no ${ending}`);
  return path;
}
async function edit(path: string, change: (bytes: Buffer) => Buffer): Promise<void> {
  await writeFile(path, change(await readFile(path)));
}
const headers = ['header.json', 'header.copy.json'];
const toFolder = async (path: string): Promise<void> => {
  await rm(path);
  await mkdir(path);
};
const emptied = async (folder: string): Promise<void> => {
  await rm(folder, { recursive: true });
  await mkdir(folder);
};

interface Damage {
  readonly harm: (folder: string) => Promise<unknown>;
  /** Codes with the end of the file's name, sorted; where there is nothing to verify, the code of the refusal. */
  readonly told: readonly string[] | string;
  /** Whether it opens, and how; or the code of the refusal. */
  readonly opens: string;
}

const ofEachKind = (ending: string): readonly (readonly [string, Damage])[] => {
  const kind = (harm: (path: string) => Promise<unknown>, code: string): Damage => ({
    harm: async (folder) => await harm(await newest(folder, ending)),
    told: [`${code} ${ending}`],
    opens: 'read-only',
  });
  return [
    [`${ending} cut short`, kind((path) => edit(path, (bytes) => bytes.subarray(0, 40)), 'cut-off')],
    [`${ending} with changed bytes`, kind((path) => edit(path, (bytes) => bytes.fill(0, 96, 140)), 'forged')],
    [`${ending} all zeros`, kind((path) => edit(path, (bytes) => bytes.fill(0)), 'not-this-file')],
    [`${ending} empty`, kind((path) => writeFile(path, ''), 'cut-off')],
    [`${ending} gone`, kind((path) => rm(path), 'missing')],
    [`${ending} that the medium cannot read`, kind(toFolder, 'unreadable')],
  ];
};

const damages: readonly (readonly [string, Damage])[] = [
  ...['.snap', '.jrnl', '.seg', '.alog'].flatMap(ofEachKind),
  [
    'two segments that changed places',
    {
      async harm(folder) {
        const [one = '', two = ''] = await filesOf(folder, '.seg');
        const [left, right] = [await readFile(one), await readFile(two)];
        await writeFile(one, right);
        await writeFile(two, left);
      },
      told: ['not-this-file .seg', 'not-this-file .seg'],
      opens: 'read-only',
    },
  ],
  [
    'no audit trail at all',
    {
      harm: (folder) => rm(join(folder, 'audit'), { recursive: true }),
      told: ['missing .alog'],
      opens: 'read-only',
    },
  ],
  [
    'no records at all',
    {
      harm: (folder) => rm(join(folder, 'data'), { recursive: true }),
      told: ['missing .jrnl', 'missing .jrnl', 'missing .snap', 'missing .snap'],
      opens: 'vault-damaged',
    },
  ],
  [
    'a damaged header beside its copy',
    {
      harm: (folder) => edit(join(folder, 'header.json'), (bytes) => bytes.subarray(0, 100)),
      told: ['header-damaged .json'],
      opens: 'read-only',
    },
  ],
  [
    'a header the medium cannot read beside its copy',
    { harm: (folder) => toFolder(join(folder, 'header.json')), told: ['unreadable .json'], opens: 'read-only' },
  ],
  [
    'a damaged copy of the header',
    { harm: (folder) => rm(join(folder, 'header.copy.json')), told: ['missing .json'], opens: 'whole' },
  ],
  ...['', 'null', '{"a":1}', '[]', '{"magic":"sinergi-vault"}'].map((content): readonly [string, Damage] => [
    `both headers ${content === '' ? 'empty' : content}`,
    {
      harm: (folder) => Promise.all(headers.map((name) => writeFile(join(folder, name), content))),
      told: ['header-damaged .json', 'header-damaged .json'],
      opens: 'vault-damaged',
    },
  ]),
  [
    'both headers unreadable',
    {
      harm: (folder) => Promise.all(headers.map((name) => toFolder(join(folder, name)))),
      told: ['unreadable .json', 'unreadable .json'],
      opens: 'disk-failed',
    },
  ],
  [
    'files and folders that are nothing of it',
    {
      async harm(folder) {
        await writeFile(join(folder, 'catatan.txt'), 'x');
        await writeFile(join(folder, 'data', 'x.jrnl'), 'x');
        await mkdir(join(folder, 'segments', 'folder.seg'));
      },
      told: ['stray .jrnl', 'stray .seg', 'stray .txt'],
      opens: 'whole',
    },
  ],
  [
    'an unreadable count of wrong passphrases',
    { harm: (folder) => writeFile(join(folder, '.attempts'), '{{{'), told: [], opens: 'whole' },
  ],
  [
    'a folder for a lock',
    { harm: (folder) => mkdir(join(folder, '.lock')), told: 'disk-failed', opens: 'disk-failed' },
  ],
  ['an empty folder', { harm: emptied, told: 'vault-not-found', opens: 'vault-not-found' }],
  [
    'a folder of something else',
    {
      harm: async (folder) => {
        await emptied(folder);
        await writeFile(join(folder, 'surat.docx'), 'x');
      },
      told: 'vault-not-found',
      opens: 'vault-not-found',
    },
  ],
  [
    'a file instead of a folder',
    {
      harm: async (folder) => {
        await rm(folder, { recursive: true });
        await writeFile(folder, 'x');
      },
      told: 'vault-not-found',
      opens: 'vault-not-found',
    },
  ],
  ['nothing', { harm: (folder) => rm(folder, { recursive: true }), told: 'vault-not-found', opens: 'vault-not-found' }],
];

async function outcome<T>(work: () => Promise<T>): Promise<T | string> {
  try {
    return await work();
  } catch (cause) {
    return toSinergiError(cause).code;
  }
}

describe('a damaged vault', () => {
  it.each(damages)('%s is told by its code and never crashes anything', async (_name, { harm, told, opens }) => {
    made += 1;
    const folder = join(base, `${made}.cvault`);
    await cp(sound, folder, { recursive: true });
    await harm(folder);
    const verified = await outcome(async () => {
      const { ok, problems } = await verifyVault({ folder, passphrase, ...practice });
      expect(ok).toBe(problems.length === 0);
      return problems.map(({ code, file }) => `${code} ${file.slice(file.lastIndexOf('.'))}`).toSorted();
    });
    expect(verified).toEqual(told);
    const opened = await outcome(async () => {
      const { vault } = await openVault({ folder, passphrase, ...practice });
      const how = vault.readOnly ? 'read-only' : 'whole';
      await vault.close();
      return how;
    });
    expect(opened).toBe(opens);
    await rm(folder, { recursive: true, force: true });
  });
});
