import { Badge, Group, Paper, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract.ts';
import { Section } from '../../components/Section.tsx';
import { showDay } from '../../lib/dates.ts';
import { showNumber } from '../../lib/numbers.ts';

/** Meetings with a source, newest first, each as the handler wrote it down. */
export function ContactLog({ contacts }: { readonly contacts: Output<'sources.show'>['contacts'] }) {
  const { t } = useTranslation('sources');
  return (
    <Section title={t('log.title')} note={t('log.note')}>
      {contacts.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('log.empty')}
        </Text>
      )}
      <Stack gap="xs">
        {contacts.map((contact) => (
          <Paper key={contact.id} withBorder p="sm" component="article">
            <Group gap="xs">
              <Text size="sm" fw={600}>
                {showDay(contact.on)} · {contact.place}
              </Text>
              <Text size="xs" c="dimmed">
                {t('log.by', { name: contact.by })}
              </Text>
              {!contact.covered && (
                <Badge variant="default" tt="none" size="sm">
                  {t('log.uncovered')}
                </Badge>
              )}
            </Group>
            <Text size="sm" mt={4} style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
              {contact.said}
            </Text>
            <Text size="xs" c="dimmed" mt={4}>
              {[
                contact.payment > 0 ? t('log.paid', { amount: `Rp ${showNumber(contact.payment)}` }) : '',
                contact.nextOn === undefined ? '' : `${t('log.next')}: ${showDay(contact.nextOn)}`,
              ]
                .filter(Boolean)
                .join(' · ')}
            </Text>
          </Paper>
        ))}
      </Stack>
    </Section>
  );
}
