import { Table, Text, UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { fallsInto, type Heat } from '../../../shared/analysis/life.ts';
import type { LifeRow } from '../../../shared/contract/life.ts';
import { showTime } from '../../lib/dates.ts';
import classes from './Life.module.css';
import type { ShownRows } from './LifeRows.tsx';

interface HeatMapProps {
  readonly heat: Heat;
  readonly events: readonly LifeRow[];
  onRows(rows: ShownRows): void;
}

const dayBegins = 6;
const dayEnds = 19;
const hourText = (hour: number): string => showTime(`${String(hour).padStart(2, '0')}:00`);

/** How often in which hour of which day of the week; hours in which nothing ever happens are left out at both ends. */
export function HeatMap({ heat: { cells, most, untimed }, events, onRows }: HeatMapProps) {
  const { t } = useTranslation('life');
  const busy = cells.flatMap((row) => row.flatMap((count, hour) => (count > 0 ? [hour] : [])));
  const first = Math.min(dayBegins, ...busy);
  const last = Math.max(dayEnds, ...busy);
  const hours = Array.from({ length: last - first + 1 }, (_, place) => first + place);
  return (
    <>
      <Table.ScrollContainer minWidth={640} type="native" tabIndex={0}>
        <table className={classes.heat} aria-label={t('heat')}>
          <thead>
            <tr>
              <td />
              {hours.map((hour) => (
                <th key={hour} scope="col">
                  {hourText(hour)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {cells.map((row, weekday) => (
              // The week has seven days in one order.
              // oxlint-disable-next-line react/no-array-index-key
              <tr key={weekday}>
                <th scope="row">{t(`weekdayShort.${weekday}`)}</th>
                {hours.map((hour) => {
                  const count = row[hour] ?? 0;
                  const label = t('cell', { weekday: t(`weekday.${weekday}`), hour: hourText(hour), count });
                  const share = most === 0 ? 0 : count / most;
                  return (
                    <td key={hour}>
                      {count > 0 && (
                        <UnstyledButton
                          className={classes.cell}
                          data-strong={share > 0.5}
                          style={{ '--heat': `${Math.round(15 + 85 * share)}%` }}
                          aria-label={label}
                          onClick={() =>
                            onRows({ what: label, rows: events.filter((event) => fallsInto(event, weekday, hour)) })
                          }
                        >
                          {count}
                        </UnstyledButton>
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </Table.ScrollContainer>
      {untimed > 0 && (
        <Text size="sm" c="dimmed" mt={4}>
          {t('untimed', { count: untimed })}
        </Text>
      )}
    </>
  );
}
