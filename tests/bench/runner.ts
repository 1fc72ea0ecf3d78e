import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import type { Deed, Place } from './contestants/contestant.ts';
import { type Answer, answerSchema, type ContestantName, type Order } from './messages.ts';

export type Done = Extract<Answer, { kind: 'done' }>;

/** A contestant cannot do what it was asked for; what it says about it stands in the result. */
export class Unable extends Error {}

/** lowdb holds its document as objects and once more as one text; it shall not fail for want of a switch. */
const heap = (name: ContestantName): string[] => (name === 'lowdb' ? ['--max-old-space-size=12288'] : []);

/** A contestant in a process of its own: nobody's memory and garbage collection is another's. */
export class Runner {
  readonly name: ContestantName;
  readonly #process: ChildProcess;

  private constructor(name: ContestantName) {
    this.name = name;
    this.#process = fork(__filename, ['contestant'], {
      execArgv: [...process.execArgv, ...heap(name)],
      stdio: ['ignore', 2, 2, 'ipc'],
    });
  }

  static async start(name: ContestantName, place: Place): Promise<Runner> {
    await mkdir(place.folder, { recursive: true });
    const runner = new Runner(name);
    await runner.#ask({ kind: 'be', name, place });
    return runner;
  }

  /** @throws Unable with the contestant's own reason */
  perform(deed: Deed, times = 1): Promise<Done> {
    return this.#ask({ kind: 'do', deed, times });
  }

  /** Lets it close its store and waits until it is gone, so that the next one finds the store free. */
  async end(): Promise<void> {
    const child = this.#process;
    child.removeAllListeners();
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.disconnect();
    await gone;
    if (child.exitCode !== 0) throw new Error(`${this.name} could not be closed`);
  }

  #ask(order: Order): Promise<Done> {
    const child = this.#process;
    return new Promise((resolve, reject) => {
      child.removeAllListeners();
      child.once('error', reject);
      child.once('exit', (code, signal) => reject(new Unable(`ended with ${signal ?? code ?? 'nothing'}`)));
      child.once('message', (message) => {
        const answer = answerSchema.parse(message);
        if (answer.kind === 'done') resolve(answer);
        else reject(new Unable(answer.reason));
      });
      child.send(order);
    });
  }
}
