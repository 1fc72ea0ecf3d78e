import { Input } from '@mantine/core';
import { type ReactNode, type Ref, useId } from 'react';

interface FieldGroupProps {
  readonly label: string;
  readonly description?: string | undefined;
  readonly required?: boolean;
  readonly children: ReactNode;
  readonly ref?: Ref<HTMLDivElement>;
}

/** Several inputs under one label that looks and reads like any field's. */
export function FieldGroup({ label, description, required, children, ref }: FieldGroupProps) {
  const id = useId();
  return (
    <div role="group" aria-labelledby={id} ref={ref}>
      <Input.Label id={id} labelElement="div" required={required ?? false}>
        {label}
      </Input.Label>
      {description !== undefined && <Input.Description mb={4}>{description}</Input.Description>}
      {children}
    </div>
  );
}
