import { Badge, type MantineColor, Tooltip } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Marking } from '../../shared/domain/basics.ts';
import type { MemberPart } from '../../shared/domain/case.ts';
import { type Grade, gradeLabel } from '../../shared/domain/grade.ts';
import type { RoleKind } from '../../shared/domain/person.ts';

const markingColors: Readonly<Record<Marking, MantineColor>> = {
  biasa: 'gray',
  terbatas: 'blue',
  rahasia: 'orange',
  'sangat-rahasia': 'red',
};

export function MarkingBadge({ marking }: { readonly marking: Marking }) {
  const { t } = useTranslation('domain');
  return (
    <Badge variant="light" color={markingColors[marking]} radius="xs" tt="uppercase">
      {t(`marking.${marking}`)}
    </Badge>
  );
}

const roleColors: Readonly<Record<RoleKind, MantineColor>> = {
  inmate: 'indigo',
  visitor: 'teal',
  supplier: 'red',
  staff: 'gray',
  lawyer: 'grape',
  clergy: 'grape',
  other: 'gray',
};

export function RoleBadge({ role }: { readonly role: RoleKind }) {
  const { t } = useTranslation('domain');
  return (
    <Badge variant="light" color={roleColors[role]} radius="xs" tt="none" fw={500}>
      {t(`role.${role}`)}
    </Badge>
  );
}

export function PartBadge({ part }: { readonly part: MemberPart }) {
  const { t } = useTranslation('domain');
  return (
    <Badge variant="light" color={roleColors[part]} radius="xs" tt="none" fw={500}>
      {t(`part.${part}`)}
    </Badge>
  );
}

/** `B2`, with its meaning in words. */
export function GradeBadge({ grade }: { readonly grade: Grade }) {
  const { t } = useTranslation('domain');
  const source = t(`grade.${grade.scheme}.source.${grade.source}`, { defaultValue: grade.source });
  const information = t(`grade.${grade.scheme}.information.${grade.information}`, { defaultValue: grade.information });
  return (
    <Tooltip label={`${grade.source}: ${source} · ${grade.information}: ${information}`} multiline maw={320}>
      <Badge variant="outline" color="gray" radius="xs" tabIndex={0}>
        {gradeLabel(grade)}
      </Badge>
    </Tooltip>
  );
}
