import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { RiskRow } from '../../../shared/contract/mitigation.ts';
import { levelOf, scale } from '../../../shared/domain/mitigation/threat.ts';
import classes from './mitigation.module.css';

interface RiskMatrixProps {
  readonly rows: readonly RiskRow[];
  onOpen(id: string): void;
}

/** Five by five: the likelier the higher, the graver the further to the right. Closed threats are not on it. */
export function RiskMatrix({ rows, onOpen }: RiskMatrixProps) {
  const { t } = useTranslation('mitigation');
  return (
    <table className={classes.matrix} aria-label={t('risk.matrix')}>
      <tbody>
        {scale.toReversed().map((likelihood) => (
          <tr key={likelihood}>
            <th scope="row">{t(`likelihood.${likelihood}`)}</th>
            {scale.map((impact) => (
              <td key={impact} className={classes.cell} data-level={levelOf({ likelihood, impact })}>
                <Group gap={4}>
                  {rows
                    .filter(
                      ({ rating, risk }) =>
                        risk.closed === undefined && rating.likelihood === likelihood && rating.impact === impact,
                    )
                    .map(({ risk }) => (
                      <Button
                        key={risk.id}
                        size="compact-xs"
                        variant="default"
                        aria-label={`${risk.number} ${risk.title}`}
                        onClick={() => onOpen(risk.id)}
                      >
                        {risk.number}
                      </Button>
                    ))}
                </Group>
              </td>
            ))}
          </tr>
        ))}
        <tr>
          <th scope="row">
            {t('risk.likelihood')} / {t('risk.impact')}
          </th>
          {scale.map((impact) => (
            <th key={impact} scope="col">
              {t(`impactOf.${impact}`)}
            </th>
          ))}
        </tr>
      </tbody>
    </table>
  );
}
