import PdfKit from 'pdfkit';

declare global {
  // Options pdfkit 0.20 reads that its published types do not name yet.
  namespace PDFKit {
    interface PDFOutline {
      addItem(title: string, options: { expanded?: boolean; top?: number; left?: number }): PDFOutline;
    }
    namespace Mixins {
      interface StructureElementOptions {
        /** `Column` or `Row` of a table's header cell. */
        scope?: string;
        /** Left, top, right and bottom of a figure. */
        bbox?: [number, number, number, number];
      }
      interface AnnotationOption {
        structParent?: PDFStructureElement;
      }
    }
  }
}

const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** AES-256 (Adobe Supplement to ISO 32000, extension level 3). Whoever has the password may read, print and hear it. */
const protectedBy = (password: string) =>
  ({
    pdfVersion: '1.7ext3',
    userPassword: password,
    permissions: { printing: 'highResolution', copying: true, contentAccessibility: true },
  }) as const;

/** A PDF 1.7 document with structure, language and a title; no standard fonts, so nothing is read from disk. */
export class TaggedDocument extends PdfKit {
  readonly #language: string;

  constructor(options: { title: string; language: string; createdAt: Date; password?: string | undefined }) {
    super({
      // The empty name keeps pdfkit from loading Helvetica's metrics, which are not in the bundle.
      font: '',
      ...(options.password === undefined ? { pdfVersion: '1.7' } : protectedBy(options.password)),
      tagged: true,
      displayTitle: true,
      lang: options.language,
      autoFirstPage: false,
      bufferPages: true,
      info: { Title: options.title, Creator: 'Sinergi', Producer: 'Sinergi', CreationDate: options.createdAt },
    });
    this.#language = options.language;
  }

  /** pdfkit copies the title into the XMP packet letter by letter; `&` and `<` would break it. */
  override endMetadata(): void {
    this.info = { ...this.info, Title: escapeXml(this.info.Title ?? '') };
    this.appendXML(
      `<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:language><rdf:Bag><rdf:li>${this.#language}</rdf:li></rdf:Bag></dc:language></rdf:Description>`,
    );
    super.endMetadata();
  }
}

/** Ends a document and waits for its last byte. */
export function finish(document: TaggedDocument): Promise<Uint8Array<ArrayBuffer>> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    document.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    document.on('error', reject);
    document.on('end', () => {
      const bytes = new Uint8Array(chunks.reduce((size, chunk) => size + chunk.length, 0));
      let offset = 0;
      for (const chunk of chunks) {
        bytes.set(chunk, offset);
        offset += chunk.length;
      }
      resolve(bytes);
    });
    document.end();
  });
}
