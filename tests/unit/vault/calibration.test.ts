import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calibrate, calibrated, parametersFor } from '../../../electron/vault/crypto/calibration.ts';
import {
  type Argon2Parameters,
  meetsSettingFloor,
  settingFloor,
} from '../../../electron/vault/crypto/key-derivation.ts';

const MiB = 1024;
const work = ({ memoryKiB, passes }: Argon2Parameters): number => memoryKiB * passes;

/** A machine on which the floor takes so many milliseconds and everything else in proportion; the first run takes longer. */
function machine(floorTime: number) {
  let time = 0;
  const asked: Argon2Parameters[] = [];
  return {
    asked,
    now: () => time,
    derive: (parameters: Argon2Parameters) => {
      time += (floorTime * work(parameters)) / work(settingFloor) + (asked.length === 0 ? 400 : 0);
      asked.push(parameters);
      return Promise.resolve();
    },
  };
}

describe('what a passphrase costs on a machine', () => {
  it('is memory first, then passes', async () => {
    const chosen = async (floorTime: number) => {
      const { derive, now } = machine(floorTime);
      return await calibrate(derive, now, 1000);
    };
    expect(await chosen(1000)).toEqual(settingFloor);
    expect(await chosen(500)).toEqual({ memoryKiB: 128 * MiB, passes: 3, lanes: 4 });
    expect(await chosen(300)).toEqual({ memoryKiB: 208 * MiB, passes: 3, lanes: 4 });
    expect(await chosen(250)).toEqual({ memoryKiB: 256 * MiB, passes: 3, lanes: 4 });
    expect(await chosen(100)).toEqual({ memoryKiB: 256 * MiB, passes: 7, lanes: 4 });
  });

  it('is never below the floor and never above what a reader accepts, whatever the clock says', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1e6, noNaN: true }),
        fc.double({ min: 0, max: 1e5, noNaN: true }),
        (floor, target) => {
          expect(meetsSettingFloor(parametersFor(floor, target))).toBe(true);
        },
      ),
    );
    expect(parametersFor(5000, 1000)).toEqual(settingFloor);
    expect(parametersFor(0, 1e9)).toEqual({ memoryKiB: 256 * MiB, passes: 16, lanes: 4 });
  });

  it('comes as near to the time asked for as the steps allow, and not over it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 60, max: 1000 }), (floorTime) => {
        const took = (floorTime * work(parametersFor(floorTime, 1000))) / work(settingFloor);
        expect(took).toBeLessThanOrEqual(1000);
        expect(took).toBeGreaterThan(700);
      }),
    );
  });

  it('is measured by the floor alone, once, when it is first needed', async () => {
    const asked: Argon2Parameters[] = [];
    const kdf = calibrated(
      {
        derive: (_passphrase, _salt, parameters) => {
          asked.push(parameters);
          return Promise.resolve(new Uint8Array(32));
        },
      },
      1000,
    );
    expect(asked).toEqual([]);
    const first = await kdf.strength?.();
    expect(await kdf.strength?.()).toBe(first);
    expect(asked).toEqual([settingFloor, settingFloor]);
  });
});
