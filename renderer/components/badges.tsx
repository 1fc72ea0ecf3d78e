import { Badge, Tooltip } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Marking } from '../../shared/domain/basics.ts';
import type { MemberPart } from '../../shared/domain/case.ts';
import { type Grade, gradeLabel } from '../../shared/domain/grade.ts';
import type { RoleKind } from '../../shared/domain/person.ts';
import classes from './badges.module.css';

/** Classification of a case or document; the word carries it, the colour only helps. */
export function MarkingBadge({ marking }: { readonly marking: Marking }) {
  const { t } = useTranslation('domain');
  return (
    <Badge variant="default" className={classes.marking} data-marking={marking}>
      {t(`marking.${marking}`)}
    </Badge>
  );
}

export function RoleBadge({ role }: { readonly role: RoleKind }) {
  const { t } = useTranslation('domain');
  return (
    <Badge variant="default" className={classes.role} data-role={role}>
      {t(`role.${role}`)}
    </Badge>
  );
}

export function PartBadge({ part }: { readonly part: MemberPart }) {
  const { t } = useTranslation('domain');
  return (
    <Badge variant="default" className={classes.role} data-role={part}>
      {t(`part.${part}`)}
    </Badge>
  );
}

/** `B2` as officers write it, with its meaning in words on hover and focus and for screen readers. */
export function GradeBadge({ grade }: { readonly grade: Grade }) {
  const { t } = useTranslation('domain');
  const source = t(`grade.${grade.scheme}.source.${grade.source}`, { defaultValue: grade.source });
  const information = t(`grade.${grade.scheme}.information.${grade.information}`, { defaultValue: grade.information });
  const words = `${grade.source}: ${source} · ${grade.information}: ${information}`;
  return (
    <Tooltip label={words} multiline maw={320}>
      <Badge variant="default" className={classes.grade} tabIndex={0} aria-label={words}>
        {gradeLabel(grade)}
      </Badge>
    </Tooltip>
  );
}
