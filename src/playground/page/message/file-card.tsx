import { fileSize } from '../composer/file-size.ts';
import { Icon } from '../icons/icon.tsx';
import { mediaAddress } from './media.ts';

export interface FileCardProps {
  readonly name: string;
  /** Bytes; undefined where the message does not say. */
  readonly size: number | undefined;
  readonly url: string;
}

/** A file of a message, to be saved. */
export function FileCard({ name, size, url }: FileCardProps) {
  const address = mediaAddress(url);
  return (
    <div class="file-card">
      <Icon name="file" size={32} />
      <div class="file-card-texts">
        {address === null ? (
          name
        ) : (
          <a href={address} download={name} target="_blank" rel="noopener noreferrer">
            {name}
          </a>
        )}
        {size !== undefined && <span class="file-card-size">{fileSize(size)}</span>}
      </div>
    </div>
  );
}
