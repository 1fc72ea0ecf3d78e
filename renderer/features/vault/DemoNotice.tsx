import { Alert, Button, Code, Group, Text } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

/** The demonstration vault is for everybody: its passphrase stands here and fills itself in. */
export function DemoNotice({ passphrase, onFill }: { readonly passphrase: string; readonly onFill: () => void }) {
  const { t } = useTranslation('vault');
  return (
    <Alert color="petrol" icon={<IconInfoCircle size={16} aria-hidden />}>
      <Text size="sm">{t('unlock.demo')}</Text>
      <Group justify="space-between" mt="xs" gap="sm">
        <Text size="sm">
          {t('unlock.demoPassphrase')} <Code fz="sm">{passphrase}</Code>
        </Text>
        <Button size="compact-sm" variant="default" onClick={onFill}>
          {t('unlock.demoFill')}
        </Button>
      </Group>
    </Alert>
  );
}
