import type { PlainContent } from './content.ts';

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const row = (cells: readonly string[], tag: 'td' | 'th'): string =>
  `<tr>${cells.map((cell) => `<${tag}>${escape(cell)}</${tag}>`).join('')}</tr>`;
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  `<table><thead>${row(head, 'th')}</thead><tbody>${rows.map((cells) => row(cells, 'td')).join('')}</tbody></table>`;

/** A page of the web with the same words, for a browser to print. */
export const htmlOf = ({ title, facts, subjects, links, visits }: PlainContent): string => `<!doctype html>
<html lang="id"><meta charset="utf-8"><title>${escape(title)}</title>
<style>body{font:9pt sans-serif}h1{font-size:22pt}h2{font-size:15pt;break-before:page}table{width:100%;font-size:8pt;border-collapse:collapse}
td,th{text-align:left;border-bottom:1px solid #999;padding:2pt}section{break-inside:avoid}</style>
<h1>${escape(title)}</h1>
${facts.map(([label, value]) => `<p><b>${escape(label)}</b> ${escape(value)}</p>`).join('')}
<h2>Orang</h2>
${subjects.map(({ name, facts: known }) => `<section><h3>${escape(name)}</h3>${known.map((fact) => `<p>${escape(fact)}</p>`).join('')}</section>`).join('')}
<h2>Tautan</h2>${table(['Dari', 'Jenis', 'Ke', 'Status', 'Nilai', 'Sumber'], links)}
<h2>Kunjungan</h2>${table(['Tanggal', 'Jam', 'Pengunjung', 'WBP', 'Hubungan', 'Baris'], visits)}
</html>
`;
