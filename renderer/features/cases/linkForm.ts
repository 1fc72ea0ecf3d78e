import { zodResolver } from '@hookform/resolvers/zod';
import type { FieldErrors, Resolver } from 'react-hook-form';
import { type KnownLinkKind, knownLinkKinds, type LinkFields, linkFieldsSchema } from '../../../shared/domain/link.ts';
import { issueKey } from '../../lib/forms.ts';
import { withoutBlanks } from '../people/forms/blank.ts';

/** Nothing is assumed that only the officer can know: no grade, no source, and no more than suspected. */
export const blankLink: LinkFields = {
  from: '',
  to: '',
  kind: '',
  directed: false,
  since: undefined,
  until: undefined,
  status: 'suspected',
  grade: { scheme: 'admiralty', source: '', information: '' },
  sources: [''],
  note: '',
};

const check = zodResolver(linkFieldsSchema, { error: issueKey });

export const linkResolver: Resolver<LinkFields> = (values, context, options) =>
  check({ ...values, sources: withoutBlanks(values.sources) }, context, options);

const directedKinds: ReadonlySet<string> = new Set<KnownLinkKind>(['visits', 'supplies', 'courier', 'pays', 'phones']);

/** Whether a kind says by itself who does what to whom. */
export const isDirectedKind = (kind: string): boolean => directedKinds.has(kind);

/** The code of a known kind that was typed or chosen in words; any other words stay as they are. */
export function kindFromText(text: string, nameOf: (kind: string) => string): string {
  const typed = text.trim().toLowerCase();
  return knownLinkKinds.find((kind) => nameOf(kind).toLowerCase() === typed) ?? text;
}

/** Codes of what keeps a link from being saved, in the order of the form. */
export function refusals(errors: FieldErrors<LinkFields>): string[] {
  const reasons: string[] = [];
  if (errors.from !== undefined || (errors.to !== undefined && errors.to.message !== 'link-to-itself'))
    reasons.push('people');
  if (errors.to?.message === 'link-to-itself') reasons.push('itself');
  if (errors.kind !== undefined) reasons.push('kind');
  if (errors.since !== undefined || errors.until !== undefined) reasons.push('dates');
  if (errors.grade !== undefined) reasons.push('grade');
  if (errors.sources !== undefined) reasons.push('source');
  if (errors.note !== undefined) reasons.push('note');
  return reasons;
}
