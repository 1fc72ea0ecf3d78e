import { Alert } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { errorText } from '../lib/tell.tsx';

/** Why the whole of a form was refused, above its buttons. */
export function FormError({ error }: { readonly error: unknown }) {
  if (error === null || error === undefined) return null;
  return (
    <Alert color="red" icon={<IconAlertTriangle size={16} aria-hidden />} role="alert">
      {errorText(error)}
    </Alert>
  );
}
