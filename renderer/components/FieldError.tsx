import { Input } from '@mantine/core';
import { type FieldProblem, useIssueText } from '../lib/forms.ts';

/** A field's error where no input shows it itself: under a group of fields, for one. */
export function FieldError({ error }: { readonly error: FieldProblem }) {
  const text = useIssueText()(error);
  return text === undefined ? null : <Input.Error role="alert">{text}</Input.Error>;
}
