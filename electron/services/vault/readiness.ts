/** Resolves once encryption is known to work here; until then no vault is touched. */
export type Readiness = () => Promise<void>;

/**
 * Runs the self-test when first asked and remembers how it ended. A program whose encryption was wrong once is not
 * tried again: it has to be started anew.
 */
export function createReadiness(selfTest: () => Promise<void>): Readiness {
  let outcome: Promise<void> | undefined;
  return () => (outcome ??= selfTest());
}
