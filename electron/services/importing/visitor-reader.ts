import { cleanNationalId, isNationalId } from '../../../shared/domain/national-id.ts';
import { nameTokens, splitAliases, tidyName } from '../../../shared/domain/person-name.ts';
import { canonicalPhones } from '../../../shared/domain/phone.ts';
import { bareName } from '../../../shared/domain/written-name.ts';
import type { TextPools, VisitRows, WrittenColumn } from './visit-rows.ts';
import { addressKey, type WrittenVisitor } from './visitor-finder.ts';

/** Puts what rows write of people into the forms that are compared; each distinct text once. */
export class VisitorReader {
  readonly #rows: VisitRows;
  readonly #pools: TextPools;
  // By a text's number in its pool; those count from 0 without a gap.
  readonly #names: ReturnType<typeof readName>[] = [];
  readonly #inmateNames: string[] = [];
  readonly #ids: ReturnType<typeof readId>[] = [];
  readonly #phones: (readonly string[])[] = [];
  readonly #addresses: string[] = [];

  constructor(rows: VisitRows, pools: TextPools) {
    this.#rows = rows;
    this.#pools = pools;
  }

  /** @param inmate identifier or reference of the inmate visited */
  read(row: number, inmate: string): WrittenVisitor {
    const { name, tokens, aliases } = this.#once(this.#names, row, 'visitorName', readName);
    const { nationalId, isWhole } = this.#once(this.#ids, row, 'nationalId', readId);
    return {
      name,
      tokens,
      aliases,
      nationalId,
      isWhole,
      phones: this.#once(this.#phones, row, 'phone', canonicalPhones),
      address: this.#text(row, 'address'),
      addressKey: this.#once(this.#addresses, row, 'address', addressKey),
      inmate,
      relation: this.#text(row, 'relation'),
    };
  }

  /** Without aliases. */
  inmateName(row: number): string {
    return this.#once(this.#inmateNames, row, 'inmateName', (written) => readName(written).name);
  }

  #text(row: number, column: WrittenColumn): string {
    return this.#pools[column].text(this.#rows.text(row, column));
  }

  #once<T>(known: T[], row: number, column: WrittenColumn, read: (written: string) => T): T {
    const text = this.#rows.text(row, column);
    const before = known[text];
    if (before !== undefined) return before;
    const value = read(this.#pools[column].text(text));
    known[text] = value;
    return value;
  }
}

/** What a row tells of a visitor, as written. */
export interface ToldVisitor {
  readonly visitorName: string;
  readonly nationalId: string;
  readonly phone: string;
  readonly address: string;
  readonly relation: string;
}

/** @param inmate identifier or reference */
export function readVisitor(told: ToldVisitor, inmate: string): WrittenVisitor {
  const { address, relation } = told;
  return {
    ...readName(told.visitorName),
    ...readId(told.nationalId),
    phones: canonicalPhones(told.phone),
    address,
    addressKey: addressKey(address),
    inmate,
    relation,
  };
}

/** A name as written, taken apart; somebody of whom only an alias is written bears that. */
export function readName(written: string): { name: string; tokens: string[]; aliases: string[] } {
  const { name, aliases } = splitAliases(bareName(written));
  const [shown = tidyName(written), ...others] = [name, ...aliases].filter((each) => each !== '');
  return { name: tidyName(shown), tokens: nameTokens(shown), aliases: others };
}

function readId(written: string): { nationalId: string; isWhole: boolean } {
  const nationalId = cleanNationalId(written);
  return { nationalId, isWhole: isNationalId(nationalId) };
}
