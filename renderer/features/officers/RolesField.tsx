import { Checkbox, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type OfficerRole, officerRoles } from '../../../shared/domain/officer.ts';

interface RolesFieldProps {
  readonly value: readonly OfficerRole[];
  readonly error?: string | undefined;
  onChange(roles: OfficerRole[]): void;
}

export function RolesField({ value, error, onChange }: RolesFieldProps) {
  const { t } = useTranslation('officers');
  return (
    <Checkbox.Group
      label={t('roles')}
      error={error}
      value={[...value]}
      onChange={(chosen) => onChange(officerRoles.filter((role) => chosen.includes(role)))}
    >
      <Stack gap="xs" mt="xs">
        {officerRoles.map((role) => (
          <Checkbox key={role} value={role} label={t(`role.${role}`)} description={t(`roleText.${role}`)} />
        ))}
      </Stack>
    </Checkbox.Group>
  );
}
