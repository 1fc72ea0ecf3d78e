import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { HistoryEntry } from '../../shared/domain/document.ts';
import { showMoment } from '../lib/dates.ts';
import { plainValue } from '../lib/plainValue.ts';
import classes from './HistoryTimeline.module.css';

interface HistoryTimelineProps {
  readonly entries: readonly HistoryEntry[];
  /** A field's name in the officer's language. */
  fieldLabel(field: string): string;
  /** How a value of the field reads; undefined leaves it to plain words. */
  showValue?(field: string, value: unknown): string | undefined;
}

/** Who changed what and when, newest first: what it was before and what it became. */
export function HistoryTimeline({ entries, fieldLabel, showValue }: HistoryTimelineProps) {
  const { t } = useTranslation();
  if (entries.length === 0) return <Text c="dimmed">{t('history.empty')}</Text>;
  const read = (field: string, value: unknown): string =>
    showValue?.(field, value) ?? plainValue(value) ?? t('history.nothing');

  return (
    <ol className={classes.timeline}>
      {entries.toReversed().map((entry) => (
        <li key={entry.version} className={classes.entry}>
          <div className={classes.head}>
            <span className={classes.change}>{t(`history.${entry.change}`)}</span>
            <span>{t('history.by', { name: entry.byName })}</span>
            <time dateTime={entry.at}>{showMoment(entry.at)}</time>
          </div>
          {entry.change === 'changed' && (
            <dl className={classes.fields}>
              {entry.fields.map(({ field, before, after }) => (
                <div key={field} className={classes.field}>
                  <dt>{fieldLabel(field)}</dt>
                  <Change was={read(field, before)} is={read(field, after)} />
                </div>
              ))}
            </dl>
          )}
        </li>
      ))}
    </ol>
  );
}

/** Both fit one line, or each has its own so that they can be compared. */
const oneLine = 90;

function Change({ was, is }: { readonly was: string; readonly is: string }) {
  return (
    <dd data-long={was.length + is.length > oneLine}>
      <del>{was}</del>{' '}
      <span className={classes.became}>
        <span aria-hidden>→</span> <ins>{is}</ins>
      </span>
    </dd>
  );
}
