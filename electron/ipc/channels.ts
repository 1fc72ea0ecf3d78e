/** The only two channels between a page and the main process; everything else is a name inside them. */
export const callChannel = 'sinergi:call';
export const eventChannel = 'sinergi:event';
