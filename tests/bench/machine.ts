import { statfs } from 'node:fs/promises';
import { availableParallelism, cpus, totalmem } from 'node:os';

export interface Machine {
  readonly node: string;
  readonly system: string;
  readonly processor: string;
  readonly cores: number;
  readonly memoryGigabytes: number;
  /** What the vaults lay on; in memory, durable costs nothing. */
  readonly fileSystem: string;
}

/** Linux's numbers, from linux/magic.h. */
const fileSystems = new Map([
  [0xef53, 'ext2/3/4'],
  [0x58465342, 'XFS'],
  [0x9123683e, 'Btrfs'],
  [0x01021994, 'tmpfs (memory: nothing is durable here)'],
  [0x794c7630, 'overlayfs'],
]);

/** @param folder where the bench works */
export async function describeMachine(folder: string): Promise<Machine> {
  const { type } = await statfs(folder);
  return {
    node: process.versions.node,
    system: `${process.platform} ${process.arch}`,
    processor: cpus()[0]?.model.trim() ?? 'unknown',
    cores: availableParallelism(),
    memoryGigabytes: Math.round(totalmem() / 1024 ** 3),
    fileSystem: fileSystems.get(type) ?? `unknown (0x${type.toString(16)})`,
  };
}
