import { z } from 'zod';
import { recordMetaShape, requiredText, text } from './basics.ts';

/** A row of the staff roster. Not among the people: only who looks after integrity sees it. */
export const staffSchema = z.strictObject({
  ...recordMetaShape,
  name: requiredText(200),
  /** NIP or what the roster gives in its place. */
  employeeNumber: text(40),
  position: text(200),
  /** Unit or guard team (regu). */
  unit: text(200),
  nationalId: text(32),
  /** Canonical: `+62…`, digits only. */
  phones: z.array(requiredText(32)).max(20),
  address: text(300),
});
export type Staff = z.infer<typeof staffSchema>;
