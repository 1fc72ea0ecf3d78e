import { Text } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AlertRow } from '../../../shared/contract/alerts.ts';
import { useMay } from '../../lib/officer.ts';
import { AlertItem } from './AlertItem.tsx';
import classes from './AlertList.module.css';
import { HandleAlert, type Handling } from './HandleAlert.tsx';

interface AlertListProps {
  readonly rows: readonly AlertRow[];
  readonly mayHandle: boolean;
}

/** Alerts one under the other; one has the focus, and single keys act on it. */
export function AlertList({ rows, mayHandle }: AlertListProps) {
  const { t } = useTranslation('detection');
  const navigate = useNavigate();
  const takes = useMay('cases.write');
  const list = useRef<HTMLUListElement>(null);
  const [at, setAt] = useState(0);
  const [opened, setOpened] = useState<string | null>(null);
  const [handling, setHandling] = useState<Handling | null>(null);
  const place = Math.min(at, rows.length - 1);
  const ways = (row: AlertRow): readonly Handling['way'][] =>
    row.state === 'open' || row.state === 'later'
      ? [
          ...(takes &&
          mayHandle &&
          (row.finding !== null || row.subject === 'ban-ending' || row.subject === 'watch-hit')
            ? (['take'] as const)
            : []),
          ...(mayHandle ? (['dismiss', 'put-off'] as const) : []),
        ]
      : [];

  // What was handled leaves the list, and the focus must not leave with it.
  const keys = rows.map(({ key }) => key).join(' ');
  const held = useRef(false);
  useEffect(() => {
    if (held.current && document.activeElement === document.body) focus(place);
  }, [keys, place]);

  function focus(index: number): void {
    list.current?.querySelectorAll<HTMLElement>('[aria-keyshortcuts]')[index]?.focus();
  }
  function open({ file, subject, person, finding }: AlertRow): void {
    const personId = person?.id ?? finding?.people[0]?.id ?? finding?.inmates[0]?.id;
    if (file !== null && subject !== 'ban-ending') void navigate({ to: '/cases/$caseId', params: { caseId: file.id } });
    else if (personId !== undefined) void navigate({ to: '/people/$personId', params: { personId } });
  }

  function act(event: KeyboardEvent, row: AlertRow, index: number): void {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const way = ({ c: 'take', d: 'dismiss', l: 'put-off' } as const)[event.key.toLowerCase()];
    const next = ({ ArrowDown: index + 1, ArrowUp: index - 1, Home: 0, End: rows.length - 1 } as const)[event.key];
    if (next !== undefined) focus(Math.max(0, Math.min(rows.length - 1, next)));
    else if (way !== undefined && ways(row).includes(way)) setHandling({ way, row });
    else if (event.key.toLowerCase() === 'o') open(row);
    else return;
    event.preventDefault();
  }

  return (
    <>
      <Text size="sm" c="dimmed">
        {t('inbox.keys')}
      </Text>
      <ul ref={list} className={classes.list} aria-label={t('inbox.list')}>
        {rows.map((row, index) => (
          <li key={row.key} className={classes.item}>
            <AlertItem
              row={row}
              ways={ways(row)}
              opened={opened === row.key}
              mayReopen={mayHandle}
              onOpened={(is) => setOpened(is ? row.key : null)}
              onHandle={(way) => setHandling({ way, row })}
              onPage={() => open(row)}
              onFocus={() => {
                held.current = true;
                setAt(index);
              }}
              onKey={(event) => act(event, row, index)}
            />
          </li>
        ))}
      </ul>
      {handling !== null && <HandleAlert {...handling} onClose={() => setHandling(null)} />}
    </>
  );
}
