export interface Idleness {
  /** Seconds since this program last saw a key or a pointer. */
  readonly own: number;
  /** Seconds since the whole workstation saw one; 0 for ever where the desktop does not tell. */
  readonly workstation: number;
  readonly limit: number;
}

// Work in another program keeps the vault open, but not for ever: some desktops report nobody as idle.
const elsewhereFactor = 3;

/** Whether nobody has been there for so long that the vault has to close. */
export function isIdle({ own, workstation, limit }: Idleness): boolean {
  if (own < limit) return false;
  return workstation >= limit || own >= limit * elsewhereFactor;
}
