import {
  IconBell,
  IconDeviceFloppy,
  IconDoorEnter,
  IconFileImport,
  IconFolders,
  IconHelpCircle,
  IconHeartHandshake,
  IconHome,
  IconHourglass,
  IconPackageExport,
  IconReport,
  IconSchool,
  IconSettings,
  IconShieldCheck,
  IconShieldExclamation,
  IconUserShield,
  IconUsers,
} from '@tabler/icons-react';
import { may } from '../../shared/domain/access.ts';
import { useOpenVault } from '../lib/officer.ts';

/** Headings of the areas on the left, in their order. */
export const areaGroups = ['work', 'together', 'prevention', 'keeping'] as const;
export type AreaGroup = (typeof areaGroups)[number];

/** The areas on the left, group by group; `digit` is pressed with Alt, whoever the officer is. */
const areas = [
  { key: 'overview', group: 'work', digit: 1, to: '/overview', icon: IconHome, verb: 'vault.info' },
  { key: 'cases', group: 'work', digit: 2, to: '/cases', icon: IconFolders, verb: 'cases.read' },
  { key: 'people', group: 'work', digit: 3, to: '/people', icon: IconUsers, verb: 'people.read' },
  { key: 'reports', group: 'work', digit: 0, to: '/reports', icon: IconReport, verb: 'reports.read' },
  { key: 'alerts', group: 'work', digit: null, to: '/alerts', icon: IconBell, verb: 'visits.read' },
  { key: 'desk', group: 'work', digit: null, to: '/desk', icon: IconDoorEnter, verb: 'visits.enter' },
  { key: 'import', group: 'together', digit: 4, to: '/import', icon: IconFileImport, verb: 'imports.read' },
  {
    key: 'exchange',
    group: 'together',
    digit: 9,
    to: '/exchange',
    icon: IconPackageExport,
    verb: 'exchange.read',
    or: 'exchange.trust',
  },
  {
    key: 'coordination',
    group: 'together',
    digit: null,
    to: '/coordination',
    icon: IconHeartHandshake,
    verb: 'coordination.read',
  },
  {
    key: 'mitigation',
    group: 'prevention',
    digit: null,
    to: '/mitigation',
    icon: IconShieldExclamation,
    verb: 'mitigation.read',
    or: 'mitigation.rules',
  },
  { key: 'training', group: 'prevention', digit: null, to: '/training', icon: IconSchool, verb: 'training.play' },
  { key: 'audit', group: 'keeping', digit: 6, to: '/audit', icon: IconShieldCheck, verb: 'audit.read' },
  { key: 'backup', group: 'keeping', digit: 7, to: '/backup', icon: IconDeviceFloppy, verb: 'vault.verify' },
  {
    key: 'retention',
    group: 'keeping',
    digit: 8,
    to: '/retention',
    icon: IconHourglass,
    verb: 'retention.read',
    or: 'retention.rules',
  },
  {
    key: 'sources',
    group: 'keeping',
    digit: null,
    to: '/sources',
    icon: IconUserShield,
    verb: 'sources.read',
    or: 'sources.unseal',
  },
  { key: 'settings', group: 'keeping', digit: 5, to: '/settings', icon: IconSettings, verb: 'settings.read' },
  { key: 'help', group: 'keeping', digit: null, to: '/help', icon: IconHelpCircle, verb: 'own.session' },
] as const;
export type AreaKey = (typeof areas)[number]['key'];

/** Those the officer in the vault may enter; the others are not offered. */
export const useAreas = (): readonly (typeof areas)[number][] => {
  const roles = useOpenVault()?.roles ?? [];
  return areas.filter((area) => may(roles, area.verb) || ('or' in area && may(roles, area.or)));
};
