import { useEffect, useState } from 'react';

const stepMs = 180;
/** A network is played from its first to its last day in so many steps. */
const steps = 120;

interface Playback {
  readonly playing: boolean;
  setPlaying(playing: boolean): void;
}

/** Lets time run over the extent while it is played; at the end it stops, and from the end it begins anew. */
export function usePlayback(
  extent: readonly [number, number] | null,
  moment: number | null,
  onMoment: (moment: number) => void,
): Playback {
  const [playing, setPlaying] = useState(false);
  const running = playing && moment !== null && extent !== null;
  useEffect(() => {
    if (!running) return undefined;
    const [first, last] = extent;
    const timer = window.setTimeout(() => {
      if (moment >= last) setPlaying(false);
      else onMoment(Math.min(last, moment + (last - first) / steps));
    }, stepMs);
    return () => window.clearTimeout(timer);
  }, [running, extent, moment, onMoment]);
  return {
    playing: running,
    setPlaying(next) {
      if (next && extent !== null && moment !== null && moment >= extent[1]) onMoment(extent[0]);
      setPlaying(next);
    },
  };
}
