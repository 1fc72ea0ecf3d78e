import { Group, Input, SegmentedControl, Select, Stack, Text } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { mostShares, type RecoverySplit } from '../../../shared/domain/recovery.ts';

const usual: RecoverySplit = { needed: 2, made: 3 };

/** 2 and up: one share is the whole key, and one that is enough makes every share a key. */
const countsTo = (most: number): string[] => Array.from({ length: most - 1 }, (_, index) => String(index + 2));

interface SplitFieldProps {
  /** Null for a key in one piece. */
  readonly value: RecoverySplit | null;
  onChange(split: RecoverySplit | null): void;
}

/** Whether the recovery key is kept whole or in shares, and in how many. */
export function SplitField({ value, onChange }: SplitFieldProps) {
  const { t } = useTranslation('vault');
  const label = useId();
  return (
    <Stack gap="sm">
      <Input.Wrapper
        label={t('split.title')}
        labelElement="div"
        labelProps={{ id: label }}
        description={t('split.hint')}
      >
        <SegmentedControl
          fullWidth
          mt="xs"
          aria-labelledby={label}
          data={[
            { value: 'whole', label: t('split.whole') },
            { value: 'shares', label: t('split.shares') },
          ]}
          value={value === null ? 'whole' : 'shares'}
          onChange={(kind) => onChange(kind === 'whole' ? null : usual)}
        />
      </Input.Wrapper>
      {value !== null && (
        <>
          <Group grow align="flex-start">
            <Select
              label={t('split.made')}
              data={countsTo(mostShares)}
              value={String(value.made)}
              allowDeselect={false}
              onChange={(made) => onChange({ needed: Math.min(value.needed, Number(made)), made: Number(made) })}
            />
            <Select
              label={t('split.needed')}
              data={countsTo(value.made)}
              value={String(value.needed)}
              allowDeselect={false}
              onChange={(needed) => onChange({ ...value, needed: Number(needed) })}
            />
          </Group>
          <Text size="sm" c="dimmed">
            {t('split.note', { ...value })}
          </Text>
        </>
      )}
    </Stack>
  );
}
