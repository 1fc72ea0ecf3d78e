import type { Policy } from '../../shared/domain/policy.ts';
import { useCall } from './api.ts';

/** What the administrator of this workstation fixed; nothing while it is asked for. */
export const usePolicy = (): Policy => useCall('app.policy', {}).data?.policy ?? {};
