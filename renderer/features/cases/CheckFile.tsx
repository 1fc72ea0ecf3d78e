import { Button, Modal, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconFileCertificate } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseFileVerdict } from '../../../shared/contract/documents.ts';
import { useChange } from '../../lib/api.ts';
import { showMoment } from '../../lib/dates.ts';
import { tellError } from '../../lib/tell.tsx';
import { Notice } from '../people/forms/Notice.tsx';

/** Asks for a PDF and tells whether it left this vault as it is. */
export function CheckFile() {
  const { t } = useTranslation('cases');
  const [verdict, setVerdict] = useState<CaseFileVerdict | null>(null);
  const verify = useChange('documents.verifyCase');
  const check = (): void =>
    verify.mutate({}, { onSuccess: ({ verdict: told }) => setVerdict(told), onError: tellError });
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconFileCertificate size={16} />}
        loading={verify.isPending}
        onClick={check}
      >
        {t('check.open')}
      </Button>
      {verdict !== null && (
        <Modal
          opened
          title={t('check.title')}
          closeButtonProps={{ 'aria-label': t('common:close') }}
          onClose={() => setVerdict(null)}
        >
          <Verdict verdict={verdict} />
        </Modal>
      )}
    </>
  );
}

function Verdict({ verdict }: { readonly verdict: CaseFileVerdict }) {
  const { t } = useTranslation('cases');
  const { valid, fault, signedBy, at, case: number, copyNumber, recipient, sanitised, dataMatches, sha256 } = verdict;
  if (!valid)
    return (
      <Notice tone="bad" role="status" icon={<IconAlertTriangle size={16} />} title={t('check.invalid')}>
        <Text size="sm">{t(`check.fault.${fault ?? 'changed'}`)}</Text>
      </Notice>
    );
  return (
    <Notice tone="good" role="status" icon={<IconCheck size={16} />} title={t('check.valid')}>
      <Stack gap={4}>
        <Text size="sm">{t('check.signedBy', { officer: signedBy })}</Text>
        {number === null ? (
          <Text size="sm">{t('check.unknown')}</Text>
        ) : (
          <>
            <Text size="sm">
              {t('check.copy', { number, copy: copyNumber, recipient: recipient === '' ? '–' : recipient })}
            </Text>
            {at !== null && <Text size="sm">{t('check.at', { at: showMoment(at) })}</Text>}
            {sanitised !== null && <Text size="sm">{t(`export.versions.${sanitised}`)}</Text>}
            <Text size="sm">{t(dataMatches === true ? 'check.same' : 'check.different')}</Text>
          </>
        )}
        <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
          SHA-256: {sha256}
        </Text>
      </Stack>
    </Notice>
  );
}
