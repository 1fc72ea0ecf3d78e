import { z } from 'zod';
import { actSchema, approvalOutcomes, approvalRowSchema } from '../domain/approval.ts';
import { idSchema, text } from '../domain/basics.ts';
import { channel } from './channel.ts';

export const approvalChannels = {
  /** Own requests and those the officer may decide, newest first. */
  'approvals.list': channel('approvals.read', z.strictObject({}), z.array(approvalRowSchema)),
  'approvals.request': channel(
    'approvals.request',
    z.strictObject({ act: actSchema, reason: text(2000) }),
    approvalRowSchema,
  ),
  /** Who may is decided by the kind of act. */
  'approvals.decide': channel(
    'approvals.read',
    z.strictObject({ id: idSchema, outcome: z.enum(approvalOutcomes), reason: text(2000) }),
    approvalRowSchema,
  ),
} as const;
