import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import type { AttachmentStore, StoredFile } from '../messages/attachment-store.ts';
import { savedAs } from './content-disposition.ts';
import { sendText } from './send-text.ts';

const FILES = /^\/(?:ephemeral-)?attachments\//;
const MEDIA_TYPE = /^[\w.+-]+\/[\w.+-]+(?:; ?charset=[\w-]+)?$/;

/**
 * Serves attachments as Discord's CDN does: no token, but only with the signature of the address. What people uploaded is
 * never a document of this origin; images are shown by pages all the same.
 */
export function serveFile(
  attachments: AttachmentStore,
  { method = 'GET' }: Pick<IncomingMessage, 'method'>,
  url: URL,
  response: ServerResponse,
): void {
  const file = FILES.test(url.pathname) ? attachments.find(decodeURI(url.pathname)) : undefined;
  const isSigned = url.searchParams.get('hm') === file?.attachment.id;
  if (file === undefined || !isSigned) {
    sendText(response, 404, 'This content is no longer available.');
  } else if (method === 'GET' || method === 'HEAD') {
    response.writeHead(200, headersOf(file));
    response.end(method === 'HEAD' ? undefined : file.data);
  } else {
    sendText(response, 405, 'A file can only be read.', { Allow: 'GET, HEAD' });
  }
}

function headersOf({ attachment, data }: StoredFile): OutgoingHttpHeaders {
  const { content_type: type = '', filename } = attachment;
  return {
    'Content-Type': MEDIA_TYPE.test(type) ? type : 'application/octet-stream',
    'Content-Length': data.length,
    'Content-Disposition': savedAs(filename),
    'Content-Security-Policy': "sandbox; default-src 'none'",
    'Cross-Origin-Resource-Policy': 'same-origin',
    'X-Content-Type-Options': 'nosniff',
  };
}
