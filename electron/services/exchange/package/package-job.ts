import type { PackageItem } from '../../../../shared/domain/exchange/item.ts';
import type { ThreadNews } from '../../threads/thread.ts';
import { type KnownSigner, type OpenedPackage, type PackageKey, readPackage } from './open-package.ts';
import { withFiles } from './package-files.ts';
import { joinParts } from './parts.ts';

/** All that reading one package takes: the key of this package alone, and whose signatures are believed. */
export interface PackageJob {
  readonly paths: readonly string[];
  readonly key: PackageKey;
  readonly signers: readonly KnownSigner[];
}

export interface PackageContent extends OpenedPackage {
  readonly items: readonly PackageItem[];
  /** Of the parts together, without what belongs to each part. */
  readonly bytes: number;
  readonly parts: number;
}

export type PackageReport = ThreadNews<'reading'> | { readonly kind: 'done'; readonly content: PackageContent };

/** The same in a thread and without one. @throws SinergiError as `joinParts` and `readPackage` */
export function runPackageJob({ paths, key, signers }: PackageJob): PackageContent {
  return withFiles(paths, (sources) => {
    const joined = joinParts(sources);
    const items: PackageItem[] = [];
    const opened = readPackage(joined, key, signers, (item) => items.push(item));
    return { ...opened, items, bytes: joined.length, parts: joined.parts };
  });
}
