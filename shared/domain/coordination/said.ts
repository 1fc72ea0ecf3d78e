import { idSchema, instantSchema } from '../basics.ts';
import { agencyNameSchema } from './agency-name.ts';

/** When something was said, and by which officer. What came in a package another agency said; the officer here took it over. */
export const saidShape = { at: instantSchema, by: idSchema, agency: agencyNameSchema.exactOptional() };
