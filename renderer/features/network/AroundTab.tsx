import { Anchor, Button, MultiSelect, NumberInput, Stack, Text } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { commonContacts, connectingNetwork, surroundings } from '../../../shared/analysis/network/surroundings.ts';
import type { Tools } from './tools.ts';

const mostNamed = 5;

/** What is around people and between them. */
export function AroundTab({ analysis, chosen, onChoose, onMark }: Tools) {
  const { t } = useTranslation('network');
  const [ids, setIds] = useState<string[]>(chosen === null ? [] : [chosen]);
  const [depth, setDepth] = useState(1);
  const { network } = analysis.found;
  const around = useMemo(
    () => new Set(ids.flatMap((id) => [...surroundings(network, id, depth).keys()])),
    [network, ids, depth],
  );
  const between = useMemo(() => connectingNetwork(network, ids), [network, ids]);
  const common = useMemo(() => commonContacts(network, ids), [network, ids]);
  const names = (people: readonly string[]): string => people.map((id) => analysis.nameOf(id)).join(', ');
  const gaps = between.unconnected.slice(0, mostNamed).map((pair) => pair.map((id) => analysis.nameOf(id)).join(' – '));
  return (
    <Stack gap="xs">
      <MultiSelect
        size="xs"
        searchable
        maxValues={20}
        label={t('people')}
        description={t('aroundText')}
        data={analysis.people}
        value={ids}
        onChange={setIds}
      />
      <NumberInput
        size="xs"
        label={t('depth')}
        min={1}
        max={9}
        value={depth}
        onChange={(value) => setDepth(typeof value === 'number' ? value : 1)}
      />
      {ids.length > 0 && (
        <Button size="compact-sm" variant="light" onClick={() => onMark(around)}>
          {t('showAround', { depth, count: around.size })}
        </Button>
      )}
      {ids.length > 1 && (
        <>
          <Button size="compact-sm" variant="light" onClick={() => onMark(between.people)}>
            {t('showBetween', { count: between.people.size })}
          </Button>
          {gaps.length > 0 && <Text size="sm">{t('unconnected', { pairs: gaps.join('; ') })}</Text>}
          <Text size="sm" fw={600}>
            {t('common')}
          </Text>
          {common.length === 0 && <Text size="sm">{t('noCommon')}</Text>}
          {common.map((contact) => (
            <Text key={contact.id} size="sm">
              <Anchor component="button" type="button" size="sm" onClick={() => onChoose(contact.id)}>
                {analysis.nameOf(contact.id)}
              </Anchor>{' '}
              {t('commonWith', { names: names(contact.with) })}
            </Text>
          ))}
        </>
      )}
    </Stack>
  );
}
