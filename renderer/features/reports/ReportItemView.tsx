import { Anchor, Badge, Button, Group, Paper, Popover, Stack, Text, UnstyledButton } from '@mantine/core';
import { IconLink } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReportView } from '../../../shared/contract/reports.ts';
import { type Grade, gradeLabel, gradeSchemes } from '../../../shared/domain/grade.ts';
import { convertGrade } from '../../../shared/domain/grade-conversion.ts';
import { piecesOf } from '../../../shared/domain/mentions.ts';
import { effectiveGrade, type ReportItem } from '../../../shared/domain/report.ts';
import { useMay } from '../../lib/officer.ts';
import { ItemLinkDialog } from './ItemLinkDialog.tsx';

interface ReportItemViewProps {
  readonly view: ReportView;
  readonly item: ReportItem;
  readonly number: number;
}

/** One fact with whom it names, and both grades. */
export function ReportItemView({ view, item, number }: ReportItemViewProps) {
  const { t } = useTranslation('reports');
  const [linking, setLinking] = useState(false);
  const links = useMay('cases.write') && view.cases.length > 0 && view.report.state !== 'draft';
  return (
    <Paper withBorder p="sm" component="li" aria-label={t('item', { number })}>
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>
          <strong>{number}.</strong>{' '}
          {piecesOf(item.text, item.mentions).map(({ text, personId }, place) => {
            const person = personId === null ? undefined : view.people[personId];
            return person === undefined ? (
              text
            ) : (
              <Anchor
                // The pieces of one text come in one order.
                // oxlint-disable-next-line react/no-array-index-key
                key={place}
                size="sm"
                underline="always"
                title={person.name}
                renderRoot={(props) => <Link to="/people/$personId" params={{ personId: person.id }} {...props} />}
              >
                {text}
              </Anchor>
            );
          })}
        </Text>
        <Stack gap={4} align="flex-end">
          <GradeWords grade={effectiveGrade(item)} />
          {item.regraded !== undefined && (
            <Group gap={4} wrap="nowrap">
              <Text size="xs" c="dimmed">
                {t('own')}
              </Text>
              <GradeWords grade={item.grade} />
            </Group>
          )}
          {links && (
            <Button
              size="compact-xs"
              variant="default"
              leftSection={<IconLink size={13} />}
              aria-label={t('link.title', { number })}
              onClick={() => setLinking(true)}
            >
              {t('link.open')}
            </Button>
          )}
        </Stack>
      </Group>
      {linking && <ItemLinkDialog view={view} item={item} number={number} onClose={() => setLinking(false)} />}
    </Paper>
  );
}

/** A grade; pressed it says what it means, and about what it would be in the other schemes. */
export function GradeWords({ grade }: { readonly grade: Grade }) {
  const { t } = useTranslation('reports');
  const [shown, setShown] = useState(false);
  const meaning = (side: 'source' | 'information'): string =>
    `${grade[side]}: ${t(`domain:grade.${grade.scheme}.${side}.${grade[side]}`, { defaultValue: grade[side] })}`;
  return (
    <Popover opened={shown} onChange={setShown} width={340} position="bottom-end" withinPortal={false}>
      <Popover.Target>
        <UnstyledButton
          aria-label={`${gradeLabel(grade)} (${t(`domain:gradeScheme.${grade.scheme}`)})`}
          aria-expanded={shown}
          onClick={() => setShown(!shown)}
        >
          <Badge variant="default" tt="none">
            {gradeLabel(grade)}
          </Badge>
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown>
        <Text size="sm" fw={600}>
          {t(`domain:gradeScheme.${grade.scheme}`)}
        </Text>
        <Text size="sm">{meaning('source')}</Text>
        <Text size="sm">{meaning('information')}</Text>
        <Text size="xs" c="dimmed" mt={6}>
          {t('approxNote')}
        </Text>
        {gradeSchemes
          .filter((scheme) => scheme !== grade.scheme)
          .map((scheme) => (
            <Text size="xs" c="dimmed" key={scheme}>
              {t('approx', {
                grade: gradeLabel(convertGrade(grade, scheme).grade),
                scheme: t(`domain:gradeScheme.${scheme}`),
              })}
            </Text>
          ))}
      </Popover.Dropdown>
    </Popover>
  );
}
