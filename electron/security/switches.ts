import type { Flavour } from '../app/flavour.ts';

/** The switches a released program accepts. Everything else ends it: most of Chromium's open the vault to someone. */
const accepted: ReadonlySet<string> = new Set([
  'user-data-dir',
  'demo',
  // Displays and graphics drivers that need help.
  'disable-gpu',
  'force-device-scale-factor',
  'high-dpi-support',
  'ozone-platform',
  'ozone-platform-hint',
]);

function switchName(argument: string, windows: boolean): string | undefined {
  const match = (windows ? /^(?:--?|\/)([^=]+)/ : /^--?([^=]+)/).exec(argument);
  return match?.[1]?.toLowerCase();
}

/** The switches that forbid a start; empty outside the release. */
export function refusedSwitches(argv: readonly string[], flavour: Flavour, windows: boolean): readonly string[] {
  if (flavour !== 'release') return [];
  const names = argv.slice(1).map((argument) => switchName(argument, windows));
  return names.filter((name): name is string => name !== undefined && !accepted.has(name));
}
