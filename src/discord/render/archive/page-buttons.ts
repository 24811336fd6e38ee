import type { APIActionRowComponent, APIComponentInMessageActionRow } from 'discord.js';
import { button, row } from '../../components.ts';

export interface PagePlace {
  readonly offset: number;
  readonly pageSize: number;
  readonly total: number;
}

/** One row with ◀ and ▶, or none where everything is on one page. @param pageId custom id of the page at an offset. */
export function pageButtons(
  { offset, pageSize, total }: PagePlace,
  pageId: (offset: number) => string,
): APIActionRowComponent<APIComponentInMessageActionRow>[] {
  if (offset === 0 && total <= pageSize) return [];
  const before = Math.max(0, offset - pageSize);
  const after = offset + pageSize;
  return [
    row(
      button(pageId(before), '', { emoji: '◀️', disabled: offset === 0 }),
      button(pageId(after), '', { emoji: '▶️', disabled: after >= total }),
    ),
  ];
}
