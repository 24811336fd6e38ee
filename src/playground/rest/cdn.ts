import type { ServerResponse } from 'node:http';
import type { AttachmentStore } from '../messages/attachment-store.ts';

const FILES = /^\/(?:ephemeral-)?attachments\//;

/** Serves attachments as Discord's CDN does: no token, but only with the signature of the address. */
export function serveFile(
  attachments: AttachmentStore,
  method: string,
  url: URL,
  response: ServerResponse,
): void {
  const file = FILES.test(url.pathname) ? attachments.find(decodeURI(url.pathname)) : undefined;
  const isSigned = url.searchParams.get('hm') === file?.attachment.id;
  if (file === undefined || !isSigned || !['GET', 'HEAD'].includes(method)) {
    response.writeHead(404, { 'Content-Type': 'text/plain;charset=UTF-8' });
    response.end('This content is no longer available.');
    return;
  }
  response.writeHead(200, {
    'Content-Type': file.attachment.content_type ?? 'application/octet-stream',
    'Content-Length': file.data.length,
    'Content-Disposition': `attachment; filename="${file.attachment.filename}"`,
  });
  response.end(method === 'HEAD' ? undefined : file.data);
}
