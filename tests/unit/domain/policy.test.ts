import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { policyPlaces } from '../../../electron/app/policy-places.ts';
import { judgePolicy, policySchema } from '../../../shared/domain/policy.ts';

const whole = {
  language: { value: 'id', fixed: true },
  theme: { value: 'dark', fixed: false },
  longestIdleLockSeconds: 120,
  vaultFolders: ['/srv/sinergi', 'D:\\Sinergi', '\\\\gudang\\sinergi'],
  backupFolders: ['/media/cadangan'],
  exportFolders: [],
  helpContact: 'Ruang TI, pesawat 214',
};
const faultOf = (value: unknown) => judgePolicy(JSON.stringify(value)).fault;

describe('a policy', () => {
  it('may set everything, or nothing', () => {
    expect(judgePolicy(JSON.stringify(whole))).toEqual({ policy: whole, fault: null });
    expect(judgePolicy('{}')).toEqual({ policy: {}, fault: null });
  });

  it('is good as docs/policy.md shows it', () => {
    const text = readFileSync(resolve(import.meta.dirname, '../../../docs/policy.md'), 'utf8');
    const example = /```json\n([^`]+)```/.exec(text)?.[1] ?? '';
    expect(judgePolicy(example).fault).toBeNull();
    // Every member there is, and a line about each.
    expect(Object.keys(judgePolicy(example).policy ?? {})).toEqual(Object.keys(policySchema.shape));
    for (const member of Object.keys(policySchema.shape)) expect(text).toContain(`| \`${member}\``);
  });

  it('may begin with the mark that editors of Windows put there', () => {
    expect(judgePolicy('\uFEFF{}').fault).toBeNull();
  });

  it.each(['', '{', 'null', '[]', '"text"', '{} {}'])('is no policy when it is %j', (text) => {
    expect(judgePolicy(text).fault).toEqual({ code: 'policy-not-json', member: null });
  });

  it.each([
    [{ ...whole, exportFolder: ['/media'] }, 'exportFolder'],
    [{ language: { value: 'id', fixed: true, since: 2026 } }, 'language.since'],
  ])('names what it does not know: %j', (value, member) => {
    expect(faultOf(value)).toEqual({ code: 'policy-member-unknown', member });
  });

  it.each([
    [{ language: 'id' }, 'language'],
    [{ language: { value: 'id' } }, 'language.fixed'],
    [{ language: { value: 'fr', fixed: true } }, 'language.value'],
    [{ theme: { value: 'blue', fixed: true } }, 'theme.value'],
    [{ longestIdleLockSeconds: 29 }, 'longestIdleLockSeconds'],
    [{ longestIdleLockSeconds: '120' }, 'longestIdleLockSeconds'],
    [{ vaultFolders: [] }, 'vaultFolders'],
    [{ vaultFolders: '/srv' }, 'vaultFolders'],
    [{ vaultFolders: ['/srv', 'vaults'] }, 'vaultFolders.1'],
    [{ vaultFolders: ['C:vaults'] }, 'vaultFolders.0'],
    [{ backupFolders: [] }, 'backupFolders'],
    [{ backupFolders: ['../media'] }, 'backupFolders.0'],
    [{ exportFolders: null }, 'exportFolders'],
    [{ helpContact: '' }, 'helpContact'],
  ])('names what has a value that does not fit: %j', (value, member) => {
    expect(faultOf(value)).toEqual({ code: 'policy-value-wrong', member });
  });
});

describe('where a policy lies', () => {
  const env = { SINERGI_POLICY: '/tmp/other.json' };

  it('is one place that belongs to the administrator', () => {
    expect(policyPlaces({ flavour: 'release', platform: 'linux', env: {} })).toEqual([
      { file: '/etc/sinergi/policy.json', owner: 0 },
    ]);
    expect(policyPlaces({ flavour: 'release', platform: 'darwin', env: {} })).toEqual([
      { file: '/Library/Application Support/Sinergi/policy.json', owner: 0 },
    ]);
  });

  it('is asked on Windows where Windows puts it first, whatever the environment says', () => {
    const places = (folder?: string) =>
      policyPlaces({ flavour: 'release', platform: 'win32', env: { ProgramData: folder } }).map(({ file }) => file);
    expect(places()).toEqual(['C:\\ProgramData\\Sinergi\\policy.json']);
    expect(places('C:\\ProgramData')).toEqual(['C:\\ProgramData\\Sinergi\\policy.json']);
    expect(places('D:\\Data')).toEqual(['C:\\ProgramData\\Sinergi\\policy.json', 'D:\\Data\\Sinergi\\policy.json']);
  });

  it('is told by the environment to a program that is tested, and never to the released one', () => {
    const [released] = policyPlaces({ flavour: 'release', platform: 'linux', env });
    expect(released?.file).toBe('/etc/sinergi/policy.json');
    for (const flavour of ['test', 'development'] as const)
      expect(policyPlaces({ flavour, platform: 'linux', env })).toEqual([{ file: '/tmp/other.json', owner: null }]);
  });
});
