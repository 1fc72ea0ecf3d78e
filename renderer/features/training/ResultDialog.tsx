import { Button, Group, Modal, Progress, Stack, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { passFrom } from '../../../shared/domain/training/skill.ts';
import { currentLanguage } from '../../lib/i18n.ts';
import { hideResult, shownResult } from './shownResult.ts';
import { useStore } from '../../lib/store.ts';

/** The score, point by point, and what there is to learn from it. */
export function ResultDialog() {
  const { t } = useTranslation('training');
  const shown = useStore(shownResult);
  if (shown === null) return null;
  const { scenario, result } = shown;
  const language = currentLanguage();
  return (
    <Modal
      opened
      onClose={hideResult}
      size={720}
      title={`${t('result.title')}: ${scenario.title[language]}`}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <Stack gap="md">
        <div>
          <Text fw={600} size="lg">
            {t('result.score', { score: result.score })}
          </Text>
          <Progress
            value={result.score}
            color={result.score >= passFrom ? 'teal' : 'yellow'}
            aria-label={t('result.score', { score: result.score })}
          />
        </div>
        <Table aria-label={t('result.title')} verticalSpacing={6}>
          <Table.Tbody>
            {scenario.checks.map(({ id, points, won, lost }) => {
              const isWon = result.checks.some((check) => check.id === id && check.won);
              return (
                <Table.Tr key={id}>
                  <Table.Td w={130}>{t('result.won', { points: isWon ? points : 0, of: points })}</Table.Td>
                  <Table.Td>{(isWon ? won : lost)[language]}</Table.Td>
                </Table.Tr>
              );
            })}
            {scenario.mistakes
              .filter(({ id }) => result.mistakes.includes(id))
              .map(({ id, cost, text }) => (
                <Table.Tr key={id}>
                  <Table.Td c="red">{t('result.mistake', { cost })}</Table.Td>
                  <Table.Td>{text[language]}</Table.Td>
                </Table.Tr>
              ))}
            {scenario.steps
              .filter(({ id }) => result.hints.includes(id))
              .map(({ id, hintCost, hint }) => (
                <Table.Tr key={id}>
                  <Table.Td>{t('result.hint', { cost: hintCost })}</Table.Td>
                  <Table.Td>{hint[language]}</Table.Td>
                </Table.Tr>
              ))}
          </Table.Tbody>
        </Table>
        <div>
          <Text fw={600} size="sm">
            {t('result.debrief')}
          </Text>
          <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>
            {scenario.debrief[language]}
          </Text>
        </div>
        <Text size="xs" c="dimmed">
          {t('result.carry')}
        </Text>
        <Group justify="flex-end">
          <Button onClick={hideResult}>{t('result.close')}</Button>
        </Group>
      </Stack>
    </Modal>
  );
}
