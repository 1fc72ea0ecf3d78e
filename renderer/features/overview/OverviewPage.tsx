import { Anchor, Button, Card, Group, List, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { IconFileImport, IconFolderPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { MarkingBadge } from '../../components/badges.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { ErrorState, LoadingState } from '../../components/States.tsx';
import { useCall } from '../../lib/api.ts';
import { dayFromToday, showDay, showMoment } from '../../lib/dates.ts';

const counted = ['inmates', 'visitors', 'visits', 'cases', 'links', 'people'] as const;
const daysAhead = 14;
const shownImports = 5;

export function OverviewPage() {
  const { t, i18n } = useTranslation('settings');
  const info = useCall('vault.info', {});
  if (info.error !== null) return <ErrorState error={info.error} onRetry={() => void info.refetch()} />;
  if (info.data === undefined) return <LoadingState />;
  const { counts } = info.data;
  const number = new Intl.NumberFormat(i18n.language);

  return (
    <>
      <PageHeader
        title={t('overview.title')}
        actions={
          <>
            <Button
              variant="default"
              leftSection={<IconFileImport size={16} />}
              renderRoot={(props) => <Link to="/import" {...props} />}
            >
              {t('importing:title')}
            </Button>
            <Button leftSection={<IconFolderPlus size={16} />} renderRoot={(props) => <Link to="/cases" {...props} />}>
              {t('overview.step3')}
            </Button>
          </>
        }
      />
      <SimpleGrid cols={{ base: 3, lg: 6 }} spacing="sm">
        {counted.map((name) => (
          <Card key={name} withBorder padding="sm">
            <Text size="xs" c="dimmed">
              {t(`overview.${name}`)}
            </Text>
            <Text fz={24} fw={600}>
              {number.format(counts[name])}
            </Text>
          </Card>
        ))}
      </SimpleGrid>
      {counts.cases === 0 && <FirstSteps inmates={counts.inmates} visits={counts.visits} />}
      <SimpleGrid cols={2} spacing="lg" mt="lg">
        <DueCases />
        <LastImports />
      </SimpleGrid>
    </>
  );
}

function FirstSteps({ inmates, visits }: { readonly inmates: number; readonly visits: number }) {
  const { t } = useTranslation('settings');
  const steps = [
    { to: '/import', text: t('overview.step1'), done: inmates > 0 },
    { to: '/import', text: t('overview.step2'), done: visits > 0 },
    { to: '/cases', text: t('overview.step3'), done: false },
  ] as const;
  return (
    <Paper withBorder p="md" mt="lg">
      <Title order={2} mb="xs">
        {t('overview.start')}
      </Title>
      <List type="ordered" size="sm">
        {steps.map(({ to, text, done }) => (
          <List.Item key={text}>
            <Anchor renderRoot={(props) => <Link to={to} {...props} />} td={done ? 'line-through' : 'underline'}>
              {text}
            </Anchor>
          </List.Item>
        ))}
      </List>
    </Paper>
  );
}

function DueCases() {
  const { t } = useTranslation('settings');
  const cases = useCall('cases.list', {});
  const limit = dayFromToday(daysAhead);
  const due = (cases.data ?? [])
    .filter((file) => file.status === 'open' && file.reviewOn <= limit)
    .sort((a, b) => (a.reviewOn < b.reviewOn ? -1 : 1));
  return (
    <Stack gap="xs">
      <Title order={2}>{t('overview.due')}</Title>
      {due.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('overview.dueNone')}
        </Text>
      )}
      {due.map((file) => (
        <Group key={file.id} justify="space-between" wrap="nowrap">
          <Anchor
            size="sm"
            truncate
            renderRoot={(props) => <Link to="/cases/$caseId" params={{ caseId: file.id }} {...props} />}
          >
            {file.number} · {file.title}
          </Anchor>
          <Group gap="xs" wrap="nowrap">
            <MarkingBadge marking={file.marking} />
            <Text size="sm">{t('overview.reviewOn', { date: showDay(file.reviewOn) })}</Text>
          </Group>
        </Group>
      ))}
    </Stack>
  );
}

function LastImports() {
  const { t } = useTranslation('settings');
  const imports = useCall('importing.list', {});
  const last = (imports.data ?? []).slice(0, shownImports);
  return (
    <Stack gap="xs">
      <Title order={2}>{t('overview.imports')}</Title>
      {last.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('importing:earlierEmpty')}
        </Text>
      )}
      {last.map((each) => (
        <Group key={each.id} justify="space-between" wrap="nowrap">
          <Text size="sm" truncate>
            {t(`domain:registerKind.${each.kind}`)} · {each.fileName}
          </Text>
          <Text size="sm" c="dimmed">
            {showMoment(each.at)}
          </Text>
        </Group>
      ))}
    </Stack>
  );
}
