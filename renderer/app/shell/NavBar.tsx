import { ActionIcon, Badge, Tooltip } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { IconLayoutSidebarLeftCollapse, IconLayoutSidebarLeftExpand } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { areaGroups, useAreas } from '../areas.ts';
import classes from './NavBar.module.css';

interface NavBarProps {
  readonly folded: boolean;
  readonly openAlerts: number;
  readonly onFold: () => void;
}

export function NavBar({ folded, openAlerts, onFold }: NavBarProps) {
  const { t } = useTranslation();
  const areas = useAreas();
  const Fold = folded ? IconLayoutSidebarLeftExpand : IconLayoutSidebarLeftCollapse;
  const keyOf = (digit: number | null): string | null => (digit === null ? null : `Alt+${digit}`);
  const foldLabel = folded ? t('nav.unfold') : t('nav.fold');
  return (
    <nav className={classes.nav} aria-label={t('nav.label')} data-folded={folded}>
      <div className={classes.brand}>
        <span className={classes.mark} aria-hidden>
          S
        </span>
        {!folded && <span className={classes.name}>Sinergi</span>}
      </div>
      <div className={classes.list}>
        {areaGroups.map((group) => {
          const within = areas.filter((area) => area.group === group);
          if (within.length === 0) return null;
          return (
            <ul key={group} className={classes.group} aria-label={t(`navGroup.${group}`)}>
              {!folded && (
                <li className={classes.heading} aria-hidden>
                  {t(`navGroup.${group}`)}
                </li>
              )}
              {within.map(({ key, to, icon: Symbol, digit }) => (
                <li key={key}>
                  <Tooltip
                    label={[t(`nav.${key}`), keyOf(digit)].filter((part) => part !== null).join(' · ')}
                    position="right"
                    disabled={!folded}
                  >
                    <Link to={to} className={classes.link} aria-keyshortcuts={keyOf(digit) ?? undefined}>
                      <Symbol size={18} stroke={1.75} aria-hidden />
                      <span className={folded ? 'visually-hidden' : classes.label}>{t(`nav.${key}`)}</span>
                      {key === 'alerts' && openAlerts > 0 && (
                        <Badge size="sm" circle={openAlerts < 10} className={classes.count}>
                          <span aria-hidden>{openAlerts > 99 ? '99+' : openAlerts}</span>
                          <span className="visually-hidden">{t('detection:inbox.count', { count: openAlerts })}</span>
                        </Badge>
                      )}
                      {!folded && digit !== null && (
                        <kbd className={classes.key} aria-hidden>
                          Alt {digit}
                        </kbd>
                      )}
                    </Link>
                  </Tooltip>
                </li>
              ))}
            </ul>
          );
        })}
      </div>
      <Tooltip label={`${foldLabel} · Ctrl+B`} position="right">
        <ActionIcon className={classes.fold} aria-label={foldLabel} aria-expanded={!folded} onClick={onFold}>
          <Fold size={18} stroke={1.75} aria-hidden />
        </ActionIcon>
      </Tooltip>
    </nav>
  );
}
