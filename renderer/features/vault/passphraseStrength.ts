import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary as common } from '@zxcvbn-ts/language-common';
import { dictionary as english } from '@zxcvbn-ts/language-en';
import { dictionary as indonesian } from '@zxcvbn-ts/language-id';

const meter = new ZxcvbnFactory({ graphs: adjacencyGraphs, dictionary: { ...common, ...english, ...indonesian } });
/** Beyond this the estimate no longer changes, but its cost does. */
const measuredLength = 100;

export type Strength = 0 | 1 | 2 | 3 | 4;

/** 0 (guessed at once) to 4 (beyond reach), by zxcvbn with Indonesian and English words. */
export const passphraseStrength = (passphrase: string): Strength =>
  meter.check(passphrase.slice(0, measuredLength)).score;
