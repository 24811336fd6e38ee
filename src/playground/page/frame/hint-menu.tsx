import { useRef } from 'preact/hooks';
import { Icon } from '../icons/icon.tsx';
import { HintList, openHints } from './hint-list.tsx';

const ID = 'suggestions';

/** The channel's suggestions, in reach when it has messages too. */
export function HintMenu() {
  const menu = useRef<HTMLDivElement>(null);
  const hints = openHints();
  if (hints.length === 0) return null;
  return (
    <>
      <button
        type="button"
        class="icon-button"
        aria-label="Suggestions"
        data-tooltip="Suggestions"
        popoverTarget={ID}
      >
        <Icon name="bulb" />
      </button>
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
