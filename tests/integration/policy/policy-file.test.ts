import { chmod, chown, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readPolicy } from '../../../electron/services/policy/policy-file.ts';
import { noPolicy } from '../../../shared/domain/policy.ts';

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sinergi-policy-'));
  file = join(folder, 'policy.json');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const own = process.getuid?.() ?? 0;
const written = (content: string): Promise<void> => writeFile(file, content, { mode: 0o644 });
const read = (owner: number | null = null) => readPolicy([{ file, owner }]);
const fault = (code: string, member: string | null = null) => ({ file, policy: {}, fault: { code, member } });

describe('the policy of a workstation', () => {
  it('restricts nothing where there is none', () => {
    expect(read()).toEqual(noPolicy);
  });

  it('is what the file says', async () => {
    await written('{ "helpContact": "Ruang TI" }');
    expect(read()).toEqual({ file, policy: { helpContact: 'Ruang TI' }, fault: null });
  });

  it('is that of the first place that has one, also when that one is faulty', async () => {
    const other = join(folder, 'other.json');
    await writeFile(other, '{ "helpContact": "Lain" }');
    const places = [
      { file, owner: null },
      { file: other, owner: null },
    ];
    expect(readPolicy(places).policy).toEqual({ helpContact: 'Lain' });
    await written('{');
    expect(readPolicy(places)).toEqual(fault('policy-not-json'));
  });
});

describe('a faulty policy is a fault and not none:', () => {
  it('not JSON', async () => {
    await written('vaultFolders: /srv');
    expect(read()).toEqual(fault('policy-not-json'));
  });

  it('an unknown member', async () => {
    await written('{ "vaultFolder": "/srv" }');
    expect(read()).toEqual(fault('policy-member-unknown', 'vaultFolder'));
  });

  it('a value that does not fit', async () => {
    await written('{ "longestIdleLockSeconds": 5 }');
    expect(read()).toEqual(fault('policy-value-wrong', 'longestIdleLockSeconds'));
  });

  it.skipIf(process.platform === 'win32')('folders of another system', async () => {
    await written('{ "vaultFolders": ["/srv", "D:\\\\Sinergi"] }');
    expect(read()).toEqual(fault('policy-value-wrong', 'vaultFolders.1'));
  });

  it('no file', async () => {
    await mkdir(file);
    expect(read()).toEqual(fault('policy-unreadable'));
  });

  it('larger than any policy', async () => {
    await written(`{ "helpContact": "x" }${' '.repeat(300_000)}`);
    expect(read()).toEqual(fault('policy-unreadable'));
  });

  describe.skipIf(process.platform === 'win32')('on Linux and macOS', () => {
    it('a link that leads nowhere', async () => {
      await symlink(join(folder, 'nothing.json'), file);
      expect(read()).toEqual(fault('policy-unreadable'));
    });

    it('a folder that cannot be looked into', async () => {
      await writeFile(join(folder, 'sinergi'), '');
      file = join(folder, 'sinergi', 'policy.json');
      expect(read()).toEqual(fault('policy-unreadable'));
    });

    it.skipIf(own === 0)('a file that may not be read', async () => {
      await written('{}');
      await chmod(file, 0o200);
      expect(read()).toEqual(fault('policy-unreadable'));
    });

    it('a file that everybody may write', async () => {
      await written('{}');
      await chmod(file, 0o666);
      expect(read()).toEqual(fault('policy-writable'));
    });

    it('a folder in which everybody may put another', async () => {
      await written('{}');
      await chmod(folder, 0o777);
      expect(read()).toEqual(fault('policy-writable'));
    });

    it('a file that everybody may write, behind a link', async () => {
      const other = join(folder, 'other.json');
      await writeFile(other, '{}');
      await chmod(other, 0o666);
      await symlink(other, file);
      expect(read()).toEqual(fault('policy-writable'));
    });

    it('a link in a folder in which everybody may put another', async () => {
      await mkdir(join(folder, 'closed'));
      await writeFile(join(folder, 'closed', 'policy.json'), '{}');
      await symlink(join(folder, 'closed', 'policy.json'), file);
      expect(read()).toMatchObject({ fault: null });
      await chmod(folder, 0o777);
      expect(read()).toEqual(fault('policy-writable'));
    });

    it('a file of somebody else than the administrator', async () => {
      await written('{}');
      await chmod(folder, 0o755);
      expect(read(own)).toMatchObject({ fault: null });
      expect(read(own + 1)).toEqual(fault('policy-writable'));
    });

    it.skipIf(own !== 0)('a file that a group of officers may write', async () => {
      await written('{}');
      await chown(file, 0, 12_345);
      await chmod(file, 0o664);
      expect(read(0)).toEqual(fault('policy-writable'));
      await chmod(file, 0o644);
      expect(read(0)).toMatchObject({ fault: null });
    });
  });
});
