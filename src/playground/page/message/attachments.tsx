import type { APIAttachment } from 'discord-api-types/v10';
import { FileCard } from './file-card.tsx';
import { isPicture } from './media.ts';
import { Picture } from './picture.tsx';

/** Files below a message: pictures as such, others as cards. */
export function Attachments({ files }: { readonly files: readonly APIAttachment[] }) {
  return (
    <>
      {files.map((file) =>
        isPicture(file.content_type) ? (
          <Picture
            key={file.id}
            media={file}
            description={file.description ?? file.filename}
            isSpoiler={file.filename.startsWith('SPOILER_')}
          />
        ) : (
          <FileCard key={file.id} name={file.filename} size={file.size} url={file.url} />
        ),
      )}
    </>
  );
}
