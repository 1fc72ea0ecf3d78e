import { useHotkeys, useMediaQuery, useWindowEvent } from '@mantine/hooks';
import { Outlet, useNavigate, useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../lib/api.ts';
import { tellError } from '../../lib/tell.tsx';
import { useAlertSearch } from '../../features/alerts/useAlertSearch.ts';
import { HelpPanel } from '../../features/help/HelpPanel.tsx';
import { openHelp } from '../../features/help/helpPanel.ts';
import { ResultDialog } from '../../features/training/ResultDialog.tsx';
import { TrainingBanner } from '../../features/training/TrainingBanner.tsx';
import { useAreas } from '../areas.ts';
import { Banners } from './Banners.tsx';
import { CommandPalette } from './CommandPalette.tsx';
import { NavBar } from './NavBar.tsx';
import { openPalette, paletteStore } from './palette.ts';
import classes from './Shell.module.css';
import { TopBar } from './TopBar.tsx';
import { TourPanel } from './TourPanel.tsx';

const lock = (): void => void call('vault.lock', {}).catch(tellError);

/** The skip link moves the focus itself: an address with a fragment would be a navigation. */
function focusContent(event: { preventDefault: () => void }): void {
  event.preventDefault();
  document.getElementById('content')?.focus();
}

/** The second click of a double click lands beside the text of the page that the first has opened: it marks nothing. */
function keepUnmarked(event: MouseEvent): void {
  const beside = event.target instanceof Element && ![...event.target.childNodes].some((node) => node.nodeType === 3);
  if (event.detail > 1 && beside) event.preventDefault();
}

const typedIn = '[role="dialog"][aria-modal="true"] :is(input, textarea)';

/** A key that leads away would take a dialog along, and what was typed in it. The palette is there to lead away. */
const unlessTyping = (go: () => void) => (): void => {
  if (paletteStore.getState().opened || document.querySelector(typedIn) === null) go();
};

/** Areas on the left, bar on top, the page in the middle, and the keys that work everywhere. */
export function Shell() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const areas = useAreas();
  const router = useRouter();
  // Where there is little room, or much enlarged text, the areas show their symbols until they are asked for.
  const isNarrow = useMediaQuery('(max-width: 900px)', false, { getInitialValueInEffect: false });
  const [chosen, setFolded] = useState<boolean | null>(null);
  const folded = chosen ?? isNarrow;
  const openAlerts = useAlertSearch();
  useWindowEvent('mousedown', keepUnmarked);
  useHotkeys(
    [
      ['mod+K', unlessTyping(openPalette)],
      ['mod+L', lock],
      ['F1', openHelp],
      ['mod+B', () => setFolded(!folded)],
      ['alt+ArrowLeft', unlessTyping(() => router.history.back())],
      ['alt+ArrowRight', unlessTyping(() => router.history.forward())],
      ...areas.flatMap(({ to, digit }): [string, () => void][] =>
        digit === null ? [] : [[`alt+${digit}`, unlessTyping(() => void navigate({ to }))]],
      ),
    ],
    [],
  );

  return (
    <div className={classes.shell} data-folded={folded}>
      <a className={classes.skip} href="#content" onClick={focusContent}>
        {t('skip')}
      </a>
      <NavBar folded={folded} openAlerts={openAlerts} onFold={() => setFolded(!folded)} />
      <TopBar onLock={lock} />
      <main id="content" className={classes.content} tabIndex={-1}>
        <TrainingBanner />
        <Banners />
        <Outlet />
      </main>
      <HelpPanel />
      <TourPanel />
      <ResultDialog />
      <CommandPalette onLock={lock} />
    </div>
  );
}
