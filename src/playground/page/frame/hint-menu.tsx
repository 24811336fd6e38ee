import { useRef } from 'preact/hooks';
import { HintList, openHints } from './hint-list.tsx';
import { IconButton } from './icon-button.tsx';

const ID = 'suggestions';

/** The channel's suggestions, in reach when it has messages too. */
export function HintMenu() {
  const menu = useRef<HTMLDivElement>(null);
  const hints = openHints();
  if (hints.length === 0) return null;
  return (
    <>
      <IconButton icon="bulb" label="Suggestions" opens={ID} />
      <div
        ref={menu}
        id={ID}
        popover="auto"
        class="hint-menu"
        role="group"
        aria-label="Suggestions"
      >
        <HintList
          hints={hints}
          onUse={() => {
            menu.current?.hidePopover();
          }}
        />
      </div>
    </>
  );
}
