import type { Session } from 'electron';

/** Every permission Chromium can ask for, and why the answer is no. What is missing here is refused all the same. */
const permissions: Readonly<Record<string, false>> = {
  // Copying goes through the main process, which clears the clipboard again.
  'clipboard-read': false,
  'clipboard-sanitized-write': false,
  'deprecated-sync-clipboard-read': false,
  // Photos are taken elsewhere and imported as files.
  media: false,
  mediaKeySystem: false,
  // Case data must not leave as a picture.
  'display-capture': false,
  'speaker-selection': false,
  // The place of the workstation is nobody's business.
  geolocation: false,
  // The lock policy watches for idleness in the main process.
  'idle-detection': false,
  // A notification would show names on a locked screen.
  notifications: false,
  // No hardware is driven from the page.
  midi: false,
  midiSysex: false,
  hid: false,
  serial: false,
  usb: false,
  'window-management': false,
  // A page that takes the pointer, the keyboard or the whole screen can imitate the unlock screen.
  pointerLock: false,
  keyboardLock: false,
  fullscreen: false,
  // There is no other program or site to go to.
  openExternal: false,
  fileSystem: false,
  'storage-access': false,
  'top-level-storage-access': false,
  unknown: false,
};

export type PermissionRefused = (permission: string) => void;

export function denyPermissions(session: Session, onRefused: PermissionRefused): void {
  session.setPermissionRequestHandler((_contents, permission, reply) => {
    onRefused(permission);
    reply(permissions[permission] ?? false);
  });
  session.setPermissionCheckHandler((_contents, permission) => permissions[permission] ?? false);
  session.setDevicePermissionHandler(() => false);
  session.setBluetoothPairingHandler((_details, reply) => reply({ confirmed: false }));
  session.setUSBProtectedClassesHandler(({ protectedClasses }) => protectedClasses);
  // An empty answer: nothing to capture.
  session.setDisplayMediaRequestHandler((_request, reply) => reply({}));
  // A chooser that is never answered stays open in the page's promise; an empty choice ends it.
  session.on('select-hid-device', (raised, _details, choose) => {
    raised.preventDefault();
    choose(null);
  });
  session.on('select-serial-port', (raised, _ports, _contents, choose) => {
    raised.preventDefault();
    choose('');
  });
}
