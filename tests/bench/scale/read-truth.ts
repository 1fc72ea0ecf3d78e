import { readFileSync } from 'node:fs';
import type { Place } from '../contestants/contestant.ts';
import { type Truth, truthSchema } from './truth.ts';

export const readTruth = ({ truth }: Place): Truth => truthSchema.parse(JSON.parse(readFileSync(truth, 'utf8')));
