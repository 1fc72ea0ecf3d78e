import { IconFileImport, IconFolders, IconHome, IconSettings, IconUsers } from '@tabler/icons-react';

/** The areas on the left, in the order of their shortcuts Alt+1 … */
export const areas = [
  { key: 'overview', to: '/overview', icon: IconHome },
  { key: 'cases', to: '/cases', icon: IconFolders },
  { key: 'people', to: '/people', icon: IconUsers },
  { key: 'import', to: '/import', icon: IconFileImport },
  { key: 'settings', to: '/settings', icon: IconSettings },
] as const;
