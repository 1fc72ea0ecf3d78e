import { join } from 'node:path';
import { folders, headerName, headerCopyName } from '../format/constants.ts';

/** Where the files of a vault lie. Names are random identifiers and tell nothing. */
export interface VaultPaths {
  readonly folder: string;
  readonly header: string;
  readonly headerCopy: string;
  readonly newHeader: string;
  snapshot(file: string): string;
  journal(file: string): string;
  segment(file: string): string;
  audit(file: string): string;
  blob(file: string): string;
  aside(name: string): string;
}

export function pathsOf(folder: string): VaultPaths {
  return {
    folder,
    header: join(folder, headerName),
    headerCopy: join(folder, headerCopyName),
    newHeader: join(folder, `${headerName}.new`),
    snapshot: (file) => join(folder, folders.data, `${file}.snap`),
    journal: (file) => join(folder, folders.data, `${file}.jrnl`),
    segment: (file) => join(folder, folders.segments, `${file}.seg`),
    audit: (file) => join(folder, folders.audit, `${file}.alog`),
    blob: (file) => join(folder, folders.blobs, `${file}.blob`),
    aside: (name) => join(folder, folders.aside, name),
  };
}
