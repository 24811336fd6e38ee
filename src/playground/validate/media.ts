import { ComponentType } from 'discord-api-types/v10';
import type {
  APIFileComponent,
  APIMediaGalleryComponent,
  APIThumbnailComponent,
} from 'discord-api-types/v10';
import { problem } from './problem.ts';
import type { Path, ValidationProblem } from './problem.ts';
import { hasScheme } from './strings.ts';
import type { AnyComponent } from './walk.ts';

/** Names of the files that come with the message or are on it already; null where that is not known. */
export type Attached = readonly string[] | null;

const ATTACHMENT = 'attachment://';

type Media = APIThumbnailComponent | APIMediaGalleryComponent | APIFileComponent;

export function isMedia(component: AnyComponent): component is Media {
  return (
    component.type === ComponentType.Thumbnail ||
    component.type === ComponentType.MediaGallery ||
    component.type === ComponentType.File
  );
}

export function mediaProblems(
  component: Media,
  path: Path,
  attached: Attached,
): readonly ValidationProblem[] {
  switch (component.type) {
    case ComponentType.File:
      return urlProblems(component.file.url, [...path, 'file', 'url'], [], attached);
    case ComponentType.Thumbnail:
      return urlProblems(component.media.url, [...path, 'media', 'url'], WEB, attached);
    case ComponentType.MediaGallery:
      return component.items.flatMap(({ media }, index) =>
        urlProblems(media.url, [...path, 'items', index, 'media', 'url'], WEB, attached),
      );
  }
}

const WEB = ['http:', 'https:'];

function urlProblems(
  url: string,
  path: Path,
  schemes: readonly string[],
  attached: Attached,
): readonly ValidationProblem[] {
  if (url.startsWith(ATTACHMENT)) return referenceProblems(url, path, attached);
  if (hasScheme(url, schemes)) return [];
  const names = [...schemes.map((scheme) => scheme.slice(0, -1)), 'attachment'].join("', '");
  const message = `Scheme is not supported. Scheme must be one of ('${names}').`;
  return [problem(path, 'URL_TYPE_INVALID_SCHEME', message)];
}

function referenceProblems(
  url: string,
  path: Path,
  attached: Attached,
): readonly ValidationProblem[] {
  const name = url.slice(ATTACHMENT.length);
  if (name !== '' && (attached === null || attached.includes(name))) return [];
  const message = 'The referenced attachment was not found';
  return [problem(path, 'UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND', message)];
}
