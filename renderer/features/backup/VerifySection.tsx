import { Alert, Button, Stack, Table } from '@mantine/core';
import { IconShieldCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { FormError } from '../../components/FormError.tsx';
import { Section } from '../../components/Section.tsx';
import { useChange } from '../../lib/api.ts';
import { showNumber } from '../../lib/numbers.ts';
import { WorkProgress } from './WorkProgress.tsx';

const most = 200;

/** Reads everything through and says in words what is wrong. */
export function VerifySection() {
  const { t } = useTranslation('backup');
  const verify = useChange('backups.verifyVault');
  const report = verify.data;
  return (
    <Section
      title={t('verify.title')}
      note={t('verify.note')}
      actions={
        <Button
          variant="default"
          leftSection={<IconShieldCheck size={16} aria-hidden />}
          disabled={verify.isPending}
          onClick={() => verify.mutate({})}
        >
          {t('verify.run')}
        </Button>
      }
    >
      <Stack>
        {verify.isPending && <WorkProgress task="verify" />}
        <FormError error={verify.error} />
        {report !== undefined && (
          <Alert color={report.ok ? 'teal' : 'red'} role="status">
            {report.ok
              ? t('verify.sound', { files: showNumber(report.files), frames: showNumber(report.frames) })
              : t('verify.unsound', { count: report.problems.length })}
          </Alert>
        )}
        {report?.ok === false && (
          <Table aria-label={t('verify.title')}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('verify.what')}</Table.Th>
                <Table.Th>{t('verify.file')}</Table.Th>
                <Table.Th ta="right">{t('verify.offset')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {report.problems.slice(0, most).map(({ file, offset, code }) => (
                <Table.Tr key={`${file}:${offset}`}>
                  <Table.Td>{t(`problem.${code}`)}</Table.Td>
                  <Table.Td style={{ overflowWrap: 'anywhere' }}>{file}</Table.Td>
                  <Table.Td ta="right">{showNumber(offset)}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        )}
      </Stack>
    </Section>
  );
}
