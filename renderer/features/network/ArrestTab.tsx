import { Anchor, Button, Group, MultiSelect, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { percent } from './figureText.ts';
import type { Tools } from './tools.ts';
import { useFinding } from './useFinding.ts';
import { Stopped, Working } from './Working.tsx';

/** What happens when people are taken out: pieces, and who rises. */
export function ArrestTab({ analysis, chosen, onChoose, onMark }: Tools) {
  const { t } = useTranslation('network');
  const [ids, setIds] = useState<string[]>(chosen === null ? [] : [chosen]);
  const [asked, setAsked] = useState<string[]>([]);
  const question = asked.length === 0 ? null : { kind: 'arrest' as const, ids: asked };
  const { data, error, refetch, isFetching } = useFinding(analysis, question);
  const arrest = asked.length > 0 && data?.finding.kind === 'arrest' ? data.finding.arrest : null;
  return (
    <Stack gap="xs">
      <Text size="sm" c="dimmed">
        {t('arrestText')}
      </Text>
      <MultiSelect
        size="xs"
        searchable
        maxValues={200}
        label={t('arrestWho')}
        data={analysis.people}
        value={ids}
        onChange={setIds}
      />
      <Button size="compact-sm" disabled={ids.length === 0} onClick={() => setAsked([...ids].sort())}>
        {t('simulate')}
      </Button>
      {isFetching && <Working />}
      {error !== null && !isFetching && <Stopped error={error} onAgain={() => void refetch()} />}
      {arrest !== null && (
        <Stack gap={6} role="status">
          <Text size="sm">
            {t('arrestPieces', {
              before: arrest.before.components,
              after: arrest.after.components,
              largestBefore: arrest.before.largest,
              largestAfter: arrest.after.largest,
            })}
          </Text>
          {arrest.alone.length > 0 && (
            <Anchor component="button" type="button" size="sm" ta="left" onClick={() => onMark(new Set(arrest.alone))}>
              {t('arrestAlone', { count: arrest.alone.length })}
            </Anchor>
          )}
          <Text size="sm" fw={600}>
            {t('arrestRising')}
          </Text>
          {arrest.rising.length === 0 && <Text size="sm">{t('arrestNobody')}</Text>}
          {arrest.rising.map(({ id, before, after }) => (
            <Group key={id} justify="space-between" wrap="nowrap">
              <Anchor component="button" type="button" size="sm" ta="left" onClick={() => onChoose(id)}>
                {analysis.nameOf(id)}
              </Anchor>
              <Text size="sm" style={{ whiteSpace: 'nowrap' }}>
                {t('arrestRiser', { before: percent(before), after: percent(after) })}
              </Text>
            </Group>
          ))}
        </Stack>
      )}
    </Stack>
  );
}
