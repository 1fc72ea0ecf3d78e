import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

interface LinesFieldProps {
  readonly label: string;
  readonly value: readonly string[];
  readonly error?: string | undefined;
  onChange(lines: string[]): void;
}

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** Points one below the other, each on a line of its own. */
export function LinesField({ label, value, error, onChange }: LinesFieldProps) {
  const { t } = useTranslation('coordination');
  // What is typed stays as typed, with the empty line the next point will be on.
  const [typed, setTyped] = useState(value.join('\n'));
  return (
    <Textarea
      autosize
      minRows={2}
      maxRows={12}
      label={label}
      description={t('onePerLine')}
      error={error}
      value={typed}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        onChange(linesOf(event.currentTarget.value));
      }}
    />
  );
}
