import { ZipFile } from 'yazl';

/** The bytes of an archive of these files. */
export async function zipOf(files: Readonly<Record<string, string | Buffer>>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, content] of Object.entries(files)) {
    // The packer refuses names that lead out of the archive; `renamed` puts them in afterwards.
    zip.addBuffer(Buffer.from(content), name);
  }
  zip.end();
  const chunks: Buffer[] = [];
  // No encoding is set, so the stream yields bytes.
  for await (const chunk of zip.outputStream as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** The archive with every `from` in its names replaced by a `to` of the same length. */
export function renamed(zip: Buffer, from: string, to: string): Buffer {
  if (from.length !== to.length) throw new Error('Names must keep their length.');
  return Buffer.from(zip.toString('latin1').replaceAll(from, to), 'latin1');
}
