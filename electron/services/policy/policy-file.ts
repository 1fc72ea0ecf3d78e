import { lstatSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname, isAbsolute } from 'node:path';
import {
  judgePolicy,
  noPolicy,
  type Policy,
  type PolicyFault,
  type PolicyStanding,
} from '../../../shared/domain/policy.ts';

export interface PolicyPlace {
  readonly file: string;
  /** The user the file has to belong to; null where that is not asked. */
  readonly owner: number | null;
}

/** No policy anybody writes comes near it. */
const largest = 256 * 1024;

const faulty = (file: string, code: PolicyFault['code'], member: string | null = null): PolicyStanding => ({
  file,
  policy: {},
  fault: { code, member },
});

/**
 * The policy of this workstation, from the first place where there is one. Whatever is wrong with it is a fault and never
 * no policy: who wrote it meant to restrict.
 */
export function readPolicy(places: readonly PolicyPlace[]): PolicyStanding {
  const place = places.find(({ file }) => isThere(file));
  return place === undefined ? noPolicy : judgePolicyFile(place);
}

export function judgePolicyFile({ file, owner }: PolicyPlace): PolicyStanding {
  let text: string;
  try {
    // The file that is meant, should the name be a link to it.
    const path = realpathSync(file);
    const about = statSync(path);
    if (!about.isFile() || about.size > largest) return faulty(file, 'policy-unreadable');
    if (![file, path].every((name) => isForAdministrators(name, owner))) return faulty(file, 'policy-writable');
    text = readFileSync(path, 'utf8');
  } catch {
    return faulty(file, 'policy-unreadable');
  }
  const { policy, fault } = judgePolicy(text);
  if (fault !== null) return faulty(file, fault.code, fault.member);
  const foreign = foreignFolder(policy);
  return foreign === undefined ? { file, policy, fault: null } : faulty(file, 'policy-value-wrong', foreign);
}

/** Not there is only what is certainly not there: a folder that may not be looked into may hide a policy. */
function isThere(file: string): boolean {
  try {
    lstatSync(file);
    return true;
  } catch (cause) {
    return !(cause instanceof Error && 'code' in cause && cause.code === 'ENOENT');
  }
}

const everybody = 0o002;
const group = 0o020;
const sticky = 0o1000;

/** Windows tells its access lists to nobody who asks like this; there they are the administrator's care. */
function isForAdministrators(path: string, owner: number | null): boolean {
  if (process.platform === 'win32') return true;
  const file = statSync(path);
  const folder = statSync(dirname(path));
  if ((file.mode & everybody) !== 0) return false;
  if ((folder.mode & everybody) !== 0 && (folder.mode & sticky) === 0) return false;
  if (owner === null) return true;
  return [file, folder].every(({ uid, gid, mode }) => uid === owner && (gid === owner || (mode & group) === 0));
}

/** A folder written for another system: it would be looked for below wherever the program was started. */
function foreignFolder({ vaultFolders, backupFolders, exportFolders }: Policy): string | undefined {
  for (const [member, folders] of Object.entries({ vaultFolders, backupFolders, exportFolders })) {
    const at = (folders ?? []).findIndex((folder) => !isAbsolute(folder));
    if (at >= 0) return `${member}.${at}`;
  }
  return undefined;
}
