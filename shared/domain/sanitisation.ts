import type { Origin } from './exchange/origin.ts';
import { actionBar, releaseBar } from './exchange/origin.ts';
import type { Handling } from './handling.ts';
import { z } from 'zod';

/**
 * Who a sanitised version is for: P, whoever may lawfully have what carries no conditions; C, a partner who is bound by the
 * conditions that travel with it.
 */
export const sanitisations = ['P', 'C'] as const;
export const sanitisationSchema = z.enum(sanitisations);
export type Sanitisation = z.infer<typeof sanitisationSchema>;

/** Under A1 nobody acts on it without its originator, under S2 nobody may sanitise it without its originator. */
export const mayGoInto = (level: Sanitisation, handling: Handling | undefined): boolean =>
  handling === undefined ||
  handling.code === 'P' ||
  (level === 'C' && handling.action !== 'A1' && handling.sanitisation === 'S1');

/** Whether what came from others may stand in a paper, sanitised for somebody or as it is. */
export const originsMayGoInto = (level: Sanitisation | undefined, origins: readonly Origin[] = []): boolean =>
  origins.every(
    (origin) => !origin.whole || (level === undefined ? actionBar(origin) === null : originMayGoInto(level, origin)),
  );

/** The same of what another agency has a part in: its agreement lifts A1 and S2. */
export const originMayGoInto = (level: Sanitisation, origin: Origin): boolean =>
  actionBar(origin) === null && releaseBar(origin, '') === null && (level === 'C' || origin.handling.code === 'P');
