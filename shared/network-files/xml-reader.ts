import { SaxesParser } from 'saxes';
import { SinergiError } from '../errors.ts';

export interface XmlElement {
  /** Without its prefix. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlElement[];
  /** The text directly in the element. */
  text: string;
}

/** Elements within elements; a file made to exhaust the program is refused before it does. */
const deepest = 200;
const mostElements = 5_000_000;

/**
 * Reads an XML document as a tree. Entities of the document's own are refused by the reader, so none can grow.
 *
 * @throws SinergiError `file-unreadable` with line and column; `file-format-unknown` when the root has another name;
 * `file-too-large`
 */
export function readXml(text: string, rootName: string): XmlElement {
  const parser = new SaxesParser();
  const open: XmlElement[] = [];
  let root: XmlElement | undefined;
  let count = 0;
  parser.on('error', () => {
    throw new SinergiError('file-unreadable', { line: parser.line, column: parser.column });
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element: XmlElement = {
      name: name.replace(/^.*:/, ''),
      attributes: { ...attributes },
      children: [],
      text: '',
    };
    count += 1;
    if (open.length > deepest || count > mostElements) throw new SinergiError('file-too-large');
    if (root === undefined) root = element;
    else open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => void open.pop());
  const take = (piece: string): void => {
    const element = open.at(-1);
    if (element !== undefined) element.text += piece;
  };
  parser.on('text', take);
  parser.on('cdata', take);
  parser.write(text.replace(/^\uFEFF/, '')).close();
  if (root?.name !== rootName) throw new SinergiError('file-format-unknown');
  return root;
}
