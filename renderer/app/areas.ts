import {
  IconBell,
  IconDeviceFloppy,
  IconDoorEnter,
  IconFileImport,
  IconFolders,
  IconHome,
  IconPackageExport,
  IconHourglass,
  IconReport,
  IconSettings,
  IconSchool,
  IconShieldCheck,
  IconShieldExclamation,
  IconUserShield,
  IconUsers,
} from '@tabler/icons-react';
import { may } from '../../shared/domain/access.ts';
import { useOpenVault } from '../lib/officer.ts';

/** The areas on the left, in the order of their shortcuts Alt+1 … */
const areas = [
  { key: 'overview', to: '/overview', icon: IconHome, verb: 'vault.info' },
  { key: 'cases', to: '/cases', icon: IconFolders, verb: 'cases.read' },
  { key: 'people', to: '/people', icon: IconUsers, verb: 'people.read' },
  { key: 'import', to: '/import', icon: IconFileImport, verb: 'imports.read' },
  { key: 'settings', to: '/settings', icon: IconSettings, verb: 'settings.read' },
  { key: 'audit', to: '/audit', icon: IconShieldCheck, verb: 'audit.read' },
  { key: 'backup', to: '/backup', icon: IconDeviceFloppy, verb: 'vault.verify' },
  { key: 'retention', to: '/retention', icon: IconHourglass, verb: 'retention.read', or: 'retention.rules' },
  { key: 'sources', to: '/sources', icon: IconUserShield, verb: 'sources.read', or: 'sources.unseal' },
  { key: 'exchange', to: '/exchange', icon: IconPackageExport, verb: 'exchange.read', or: 'exchange.trust' },
  { key: 'reports', to: '/reports', icon: IconReport, verb: 'reports.read' },
  { key: 'desk', to: '/desk', icon: IconDoorEnter, verb: 'visits.enter' },
  {
    key: 'mitigation',
    to: '/mitigation',
    icon: IconShieldExclamation,
    verb: 'mitigation.read',
    or: 'mitigation.rules',
  },
  { key: 'training', to: '/training', icon: IconSchool, verb: 'training.play' },
  { key: 'alerts', to: '/alerts', icon: IconBell, verb: 'visits.read' },
] as const;

/** Those the officer in the vault may enter; the others are not offered. */
export const useAreas = (): readonly (typeof areas)[number][] => {
  const roles = useOpenVault()?.roles ?? [];
  return areas.filter((area) => may(roles, area.verb) || ('or' in area && may(roles, area.or)));
};
