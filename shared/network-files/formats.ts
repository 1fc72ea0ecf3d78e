import { z } from 'zod';
import { writeCsv } from './csv-table.ts';
import { writeGexf } from './gexf.ts';
import { writeGraphml } from './graphml.ts';
import { writeI2Csv } from './i2-csv.ts';
import { writeJson } from './json-file.ts';
import type { NetworkFile } from './network-file.ts';

export const networkFormats = ['graphml', 'gexf', 'csv', 'json', 'i2'] as const;
export const networkFormatSchema = z.enum(networkFormats);
export type NetworkFormat = z.infer<typeof networkFormatSchema>;

const writers: Readonly<Record<NetworkFormat, (file: NetworkFile) => string>> = {
  graphml: writeGraphml,
  gexf: writeGexf,
  csv: writeCsv,
  json: writeJson,
  i2: writeI2Csv,
};

export const networkExtensions = {
  graphml: 'graphml',
  gexf: 'gexf',
  csv: 'csv',
  json: 'json',
  i2: 'csv',
} as const satisfies Record<NetworkFormat, string>;

export const writeNetwork = (file: NetworkFile, format: NetworkFormat): string => writers[format](file);
