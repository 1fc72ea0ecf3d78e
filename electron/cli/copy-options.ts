import { InvalidArgumentError } from 'commander';
import { type CaseSection, caseSectionSchema, caseSections } from '../../shared/domain/case-document.ts';
import { type Language, languageSchema, text } from '../../shared/domain/basics.ts';

export function language(value: string): Language {
  const parsed = languageSchema.safeParse(value);
  if (!parsed.success) throw new InvalidArgumentError('id or en');
  return parsed.data;
}

export function recipient(value: string): string {
  const parsed = text(200).safeParse(value);
  if (!parsed.success) throw new InvalidArgumentError('at most 200 characters');
  return parsed.data;
}

export function copyNumber(value: string): number {
  const number = Number(value);
  if (!Number.isInteger(number) || number < 1 || number > 999) throw new InvalidArgumentError('1 to 999');
  return number;
}

export function sections(value: string): readonly CaseSection[] {
  return value.split(',').map((word) => {
    const parsed = caseSectionSchema.safeParse(word.trim());
    if (!parsed.success) throw new InvalidArgumentError(`of ${caseSections.join(', ')}`);
    return parsed.data;
  });
}
