import { fittedSize, mediaAddress, PICTURE_BOX, type PictureSize } from './media.ts';
import { Cover } from './cover.tsx';

export interface PictureProps {
  readonly media: {
    readonly url: string;
    readonly width?: number | null;
    readonly height?: number | null;
  };
  readonly description?: string | null | undefined;
  readonly isSpoiler?: boolean | undefined;
  /** Default: that of attachments. */
  readonly box?: PictureSize;
}

/** A picture, which a click opens. Its room is kept before it is loaded. */
export function Picture({ media, description, isSpoiler, box = PICTURE_BOX }: PictureProps) {
  const address = mediaAddress(media.url);
  if (address === null) return <p class="placeholder">A picture that cannot be shown.</p>;
  const { width, height } = fittedSize(media, box);
  const picture = (
    <a class="picture" href={address} target="_blank" rel="noopener noreferrer">
      <img
        src={address}
        alt={description ?? 'Picture'}
        width={width}
        height={height}
        loading="lazy"
      />
    </a>
  );
  return isSpoiler === true ? <Cover>{picture}</Cover> : picture;
}
