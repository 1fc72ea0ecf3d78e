import { zodResolver } from '@hookform/resolvers/zod';
import { type FieldValues, type UseFormProps, type UseFormReturn, useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { errorCodes } from '../../shared/errors.ts';

/** A form on a shared schema: the same rules as at the border, told at the field they belong to. */
export function useSchemaForm<Values extends FieldValues, Output>(
  schema: z.ZodType<Output, Values>,
  options: Omit<UseFormProps<Values, unknown, Output>, 'resolver'> = {},
): UseFormReturn<Values, unknown, Output> {
  return useForm<Values, unknown, Output>({
    mode: 'onTouched',
    ...options,
    resolver: zodResolver(schema, { error: issueKey }),
  });
}

interface RawIssue {
  readonly code?: string;
  readonly origin?: unknown;
  readonly minimum?: unknown;
  readonly maximum?: unknown;
  readonly format?: unknown;
  readonly input?: unknown;
}

/** Names a zod issue by a text and its limit, `too-long:200`. Messages written in a schema are error codes and stay. */
export function issueKey(issue: RawIssue): string {
  const ofLength = issue.origin === 'string' || issue.origin === 'array';
  switch (issue.code ?? '') {
    case 'too_small':
      if (ofLength && issue.minimum === 1) return 'required';
      return `${ofLength ? 'too-short' : 'too-low'}:${String(issue.minimum)}`;
    case 'too_big':
      return `${ofLength ? 'too-long' : 'too-high'}:${String(issue.maximum)}`;
    case 'invalid_type':
      return issue.input === undefined || issue.input === null || Number.isNaN(issue.input) ? 'required' : 'invalid';
    case 'invalid_format':
      if (issue.input === '') return 'required';
      return issue.format === 'date' ? 'date' : 'invalid';
    case 'invalid_value':
      return 'choose';
    case undefined:
    default:
      return 'invalid';
  }
}

const issueKeys = [
  'required',
  'too-short',
  'too-long',
  'too-low',
  'too-high',
  'date',
  'choose',
  'differs',
  'invalid',
] as const;

/** What react-hook-form holds for a field that is not right. */
export type FieldProblem = { readonly message?: string | undefined } | undefined;

/** Text for a field's error, ready for a Mantine `error` property. */
export function useIssueText(): (problem: FieldProblem) => string | undefined {
  const { t } = useTranslation(['common', 'errors']);
  return (problem) => {
    if (problem === undefined) return undefined;
    const message = problem.message ?? '';
    const code = errorCodes.find((known) => known === message);
    if (code !== undefined) return t(`errors:${code}`);
    const [name, limit] = message.split(':');
    const key = issueKeys.find((known) => known === name) ?? 'invalid';
    return t(`common:issue.${key}`, { limit });
  };
}
