import { contextBridge, ipcRenderer } from 'electron';
import type { EventName, EventPayload, SinergiBridge } from '../shared/contract.ts';
import { callChannel, eventChannel } from './ipc/channels.ts';

type Listener = (payload: unknown) => void;

const listeners = new Map<EventName, Set<Listener>>();
// A lock makes a new page, and its reason arrives before that page listens: the last one waits here.
const waiting = new Map<EventName, unknown>();

ipcRenderer.on(eventChannel, (_event, name: EventName, payload: unknown) => {
  const known = listeners.get(name);
  if (known === undefined || known.size === 0) waiting.set(name, payload);
  else for (const listener of known) listener(payload);
});

function on<N extends EventName>(name: N, listener: (payload: EventPayload<N>) => void): () => void {
  const known = listeners.get(name) ?? new Set();
  listeners.set(name, known);
  // The main process is the one sender, and it has parsed the payload with this event's schema.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  const receive: Listener = (payload) => listener(payload as EventPayload<N>);
  known.add(receive);
  if (waiting.has(name)) {
    receive(waiting.get(name));
    waiting.delete(name);
  }
  return () => void known.delete(receive);
}

const bridge: SinergiBridge = {
  call: (name, input) => ipcRenderer.invoke(callChannel, name, input),
  on,
};

contextBridge.exposeInMainWorld('sinergi', bridge);
