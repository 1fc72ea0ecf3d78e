import { IconMap } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract.ts';
import type { WarningRow } from '../../../shared/contract/mitigation.ts';
import { planSize } from '../../../shared/domain/mitigation/prison-plan.ts';
import { EmptyState } from '../../components/States.tsx';
import classes from './mitigation.module.css';

interface PlanPictureProps {
  readonly blocks: Output<'mitigation.plan'>;
  readonly warnings: readonly WarningRow[];
}

/** The blocks where they stand, with who lives there and what warns. */
export function PlanPicture({ blocks: { plan, blocks }, warnings }: PlanPictureProps) {
  const { t } = useTranslation('mitigation');
  if (plan.blocks.length === 0)
    return (
      <EmptyState
        icon={<IconMap size={32} stroke={1.5} />}
        title={t('picture.noPlan')}
        text={t('picture.noPlanText')}
      />
    );
  const height = Math.max(...plan.blocks.map(({ y, height: tall }) => y + tall)) + 1;
  return (
    <svg
      className={classes.sheet}
      viewBox={`0 0 ${planSize.width} ${Math.min(planSize.height, height)}`}
      role="group"
      aria-label={t('picture.plan')}
      style={{ maxHeight: 420 }}
    >
      {plan.blocks.map(({ block, name, capacity, x, y, width, height: tall }) => {
        const inmates = blocks.find((each) => each.block === block)?.inmates ?? 0;
        const count = warnings.filter((warning) => warning.block === block).length;
        return (
          <g key={block} role="img" aria-label={t('picture.describe', { block, inmates, warnings: count })}>
            <rect className={classes.block} data-warned={count > 0} x={x} y={y} width={width} height={tall} rx={0.2} />
            <text className={classes.name} x={x + 0.4} y={y + 1.3}>
              {block}
            </text>
            {tall > 2 && (
              <text className={classes.figure} x={x + 0.4} y={y + 2.5} data-over={capacity > 0 && inmates > capacity}>
                {capacity === 0 ? name : t('picture.of', { inmates, capacity })}
              </text>
            )}
          </g>
        );
      })}
    </svg>
  );
}
