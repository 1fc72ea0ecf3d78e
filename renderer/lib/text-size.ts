import { useHotkeys } from '@mantine/hooks';
import { type TextSize, textSizes } from '../../shared/domain/settings.ts';
import { useCall, useChange } from './api.ts';
import { createStore, useStore } from './store.ts';
import { tellError } from './tell.tsx';

/** Chosen on this page; a key pressed twice counts from here, before the first is answered. */
const chosenHere = createStore<TextSize | null>(null);

/** How large everything is shown, per cent, and how that is changed. */
export function useTextSize(): { readonly textSize: TextSize; choose(textSize: TextSize): void } {
  const preferences = useCall('app.preferences', {});
  const set = useChange('app.setPreferences');
  const chosen = useStore(chosenHere);
  return {
    textSize: chosen ?? preferences.data?.textSize ?? 100,
    choose(textSize) {
      chosenHere.set(textSize);
      set.mutate({ textSize }, { onError: tellError });
    },
  };
}

/** Ctrl with plus, minus and zero, as everywhere. */
export function useTextSizeKeys(): void {
  const { textSize, choose } = useTextSize();
  const step = (by: number): void => {
    const next = textSizes[textSizes.indexOf(chosenHere.get() ?? textSize) + by];
    if (next !== undefined) choose(next);
  };
  useHotkeys(
    [
      ['mod+=', () => step(1)],
      ['mod+shift+=', () => step(1)],
      ['mod++', () => step(1)],
      ['mod+-', () => step(-1)],
      ['mod+0', () => choose(100)],
    ],
    [],
  );
}
