import { Accordion, Checkbox, Group, MultiSelect, Select, Stack, TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { caseWeights } from '../../../shared/analysis/network/case-ties.ts';
import { gradeFloors, type LinkFilter } from '../../../shared/analysis/network/link-filter.ts';
import { knownLinkKinds } from '../../../shared/domain/link.ts';
import { DateField } from '../../components/DateField.tsx';
import { useLinkKind } from '../people/useLinkKind.ts';
import type { Analysis } from './useAnalysis.ts';

/** Which links count; every figure follows at once. */
export function FilterFields({ analysis }: { readonly analysis: Analysis }) {
  const { t } = useTranslation('network');
  const kindName = useLinkKind();
  const { options, found, all, change } = analysis;
  const { filter } = options;
  const set = (part: Partial<LinkFilter>): void => change({ ...options, filter: { ...filter, ...part } });
  const [source, setSource] = useState(filter.source);
  // Made once for what they hold: a list whose options are made anew loses the one the keyboard has marked.
  const written = [...new Set([...analysis.links.map(({ kind }) => kind), ...(filter.kinds ?? [])])].sort().join('\n');
  const kinds = useMemo(() => {
    const every = [...new Set([...knownLinkKinds, ...written.split('\n').filter((kind) => kind !== '')])];
    return every.map((value) => ({ value, label: kindName(value) }));
  }, [written, kindName]);
  const floors = useMemo(() => gradeFloors.map((value) => ({ value, label: t(`gradeFloor.${value}`) })), [t]);
  const weights = useMemo(() => caseWeights.map((value) => ({ value, label: t(`weightBy.${value}`) })), [t]);
  return (
    <Accordion variant="contained" chevronPosition="left">
      <Accordion.Item value="filter">
        <Accordion.Control>
          {t('filter')} · {t('filterSummary', { used: found.used, all })}
        </Accordion.Control>
        <Accordion.Panel>
          <Stack gap="xs">
            <Select
              size="xs"
              label={t('grade')}
              allowDeselect={false}
              value={filter.grade}
              data={floors}
              onChange={(grade) => set({ grade: grade ?? 'any' })}
            />
            <MultiSelect
              size="xs"
              label={t('kinds')}
              placeholder={filter.kinds === null ? t('allKinds') : ''}
              clearable
              value={filter.kinds ?? []}
              data={kinds}
              onChange={(chosen) => set({ kinds: chosen.length === 0 ? null : chosen })}
            />
            <Checkbox
              size="xs"
              label={t('confirmedOnly')}
              checked={filter.status === 'confirmed'}
              onChange={(event) => set({ status: event.currentTarget.checked ? 'confirmed' : null })}
            />
            <Checkbox
              size="xs"
              label={t('severalSources')}
              checked={filter.severalSources}
              onChange={(event) => set({ severalSources: event.currentTarget.checked })}
            />
            <Group grow align="end">
              <DateField
                label={t('since')}
                value={filter.since ?? undefined}
                onChange={(day) => set({ since: day ?? null })}
              />
              <DateField
                label={t('until')}
                value={filter.until ?? undefined}
                onChange={(day) => set({ until: day ?? null })}
              />
            </Group>
            <TextInput
              size="xs"
              label={t('source')}
              value={source}
              onChange={(event) => setSource(event.currentTarget.value)}
              onBlur={() => {
                if (source !== filter.source) set({ source });
              }}
              onKeyDown={(event) => {
                if (event.key === 'Enter') set({ source });
              }}
            />
            <Checkbox
              size="xs"
              label={t('directed')}
              checked={options.directed}
              onChange={(event) => change({ ...options, directed: event.currentTarget.checked })}
            />
            <Select
              size="xs"
              label={t('weight')}
              allowDeselect={false}
              value={options.weight}
              data={weights}
              onChange={(weight) => change({ ...options, weight: weight ?? 'none' })}
            />
          </Stack>
        </Accordion.Panel>
      </Accordion.Item>
    </Accordion>
  );
}
