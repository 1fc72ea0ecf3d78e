import { resolve } from 'node:path';
import { type Command, InvalidArgumentError } from 'commander';
import { dateSchema, type Marking, markingSchema } from '../../shared/domain/basics.ts';
import { type AgreementKind, agreementKindSchema } from '../../shared/domain/exchange/origin.ts';
import { type Handling, handlingSchema } from '../../shared/domain/handling.ts';
import type { PackOrder } from '../services/exchange/sending.ts';
import type { Services } from '../services/services.ts';
import { caseNamed } from './case-named.ts';
import { reportNamed } from './report-named.ts';
import type { VaultOptions } from './opened.ts';
import type { OutputOptions } from './output.ts';

export type Options = VaultOptions & OutputOptions;

export interface OutOptions {
  readonly out: string;
  readonly partSize?: number;
}
export interface PackOptions extends Options {
  readonly case?: readonly string[];
  readonly people?: readonly string[];
  readonly report?: readonly string[];
  readonly meeting?: readonly string[];
  readonly operation?: readonly string[];
  readonly commitment?: readonly string[];
  readonly files: boolean;
  readonly to: string;
  readonly purpose: string;
  readonly expires?: string;
  readonly handling?: Handling;
  readonly conditions?: string;
  readonly answers?: string;
  readonly corrects?: string;
}

export type MakeVerb = (name: string, description: string) => Command;
export type Written = (command: Command) => Command;

export interface BodyOptions {
  readonly package: string;
  readonly to: string;
  readonly items: readonly string[];
  readonly reason: string;
}
export function orderOf(services: Services, options: PackOptions): PackOrder {
  const { to, purpose, expires, handling, conditions, answers, corrects, files } = options;
  const caseIds = (options.case ?? []).map((wanted) => caseNamed(services, wanted));
  return {
    caseIds,
    personIds: options.people ?? [],
    reportIds: (options.report ?? []).map((wanted) => reportNamed(services, wanted)),
    meetingIds: options.meeting ?? [],
    operationIds: options.operation ?? [],
    commitmentIds: options.commitment ?? [],
    withFiles: files,
    to,
    purpose,
    expiresOn: expires,
    handling,
    conditions,
    answers,
    corrects,
  };
}

export const target = ({ out, partSize }: OutOptions) => ({ path: resolve(out), partSize: partSize ?? null });
export const paths = (files: readonly string[]): readonly string[] => files.map((file) => resolve(file));

export const list = (value: string): readonly string[] =>
  value
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '');

export function pairs(value: string): ReadonlyMap<string, string> {
  return new Map(
    list(value).map((pair) => {
      const [item = '', person = ''] = pair.split('=');
      if (item === '' || person === '') throw new InvalidArgumentError('ITEM=PERSON');
      return [item, person];
    }),
  );
}

export function codes(value: string): Handling {
  const words = value
    .toUpperCase()
    .split(/[\s,]+/)
    .filter((word) => word !== '');
  const [code, action, sanitisation] = words[0] === 'P' || words[0] === 'C' ? words : ['C', ...words];
  const parsed = handlingSchema.safeParse(code === 'P' ? { code } : { code, action, sanitisation, note: '' });
  if (!parsed.success || words.length > 3) throw new InvalidArgumentError('P, or C with A1-A3 and S1-S2');
  return parsed.data;
}

export function day(value: string): string {
  const parsed = dateSchema.safeParse(value);
  if (!parsed.success) throw new InvalidArgumentError('a day as 2026-12-31');
  return parsed.data;
}

export function marking(value: string): Marking {
  const parsed = markingSchema.safeParse(value);
  if (!parsed.success) throw new InvalidArgumentError('biasa, terbatas, rahasia or sangat-rahasia');
  return parsed.data;
}

export function agreement(value: string): AgreementKind {
  const parsed = agreementKindSchema.safeParse(value);
  if (!parsed.success) throw new InvalidArgumentError('action or sanitisation');
  return parsed.data;
}

export function bytes(value: string): number {
  const number = Number(value);
  if (!Number.isSafeInteger(number) || number < 1) throw new InvalidArgumentError('a number of bytes');
  return number;
}
