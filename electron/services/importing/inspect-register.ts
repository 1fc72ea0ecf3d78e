import type { Inspection } from '../../../shared/contract/importing.ts';
import { guessKind } from '../../../shared/domain/headings.ts';
import type { RegisterKind } from '../../../shared/domain/register.ts';
import { mappingFor, rememberedKind, type RememberedMapping } from './mapping.ts';
import { openRegister } from './open-register.ts';

export interface InspectRequest {
  readonly path: string;
  /** Null lets what was imported before and the headings decide. */
  readonly kind: RegisterKind | null;
  readonly remembered: readonly RememberedMapping[];
}

/**
 * What a file is and how its columns would be read, for the officer to check.
 *
 * @throws SinergiError as `openRegister`
 */
export async function inspectRegister({ path, kind, remembered }: InspectRequest): Promise<Inspection> {
  const file = await openRegister(path, kind);
  const guessed = kind ?? rememberedKind(file.header, remembered) ?? guessKind(file.header);
  const proposal = guessed === null ? null : mappingFor(file.header, guessed, remembered);
  return {
    kind: guessed,
    format: file.format,
    encoding: file.encoding,
    delimiter: file.delimiter,
    titleRows: [...file.titleRows],
    header: [...file.header],
    sample: file.sample.map((cells) => file.header.map((_, column) => cells[column] ?? '')),
    mapping: proposal?.mapping ?? {},
    remembered: proposal?.remembered ?? false,
  };
}
