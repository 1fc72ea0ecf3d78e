import { chmod, cp, mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const starter = `#!/bin/sh
exec "$(dirname "$(readlink -f "$0")")/current/sinergi" "$@"
`;

/**
 * Lays a program out as it lies on a workstation: `sinergi` starts `current`, which is one of `versions`.
 *
 * @param {string} folder
 * @param {string} program
 * @param {string} version
 */
export async function installInto(folder, program, version) {
  await mkdir(join(folder, 'versions'), { recursive: true });
  await cp(program, join(folder, 'versions', version), { recursive: true });
  await symlink(join('versions', version), join(folder, 'current'));
  await writeFile(join(folder, 'sinergi'), starter);
  await chmod(join(folder, 'sinergi'), 0o755);
}
