import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';

/** Text that is covered until it is clicked or Enter is pressed. */
export function Spoiler({ children }: { readonly children: ComponentChildren }) {
  const [isOpen, setOpen] = useState(false);
  if (isOpen) return <span class="spoiler is-open">{children}</span>;
  const reveal = (): void => {
    setOpen(true);
  };
  return (
    <span
      class="spoiler"
      role="button"
      tabIndex={0}
      aria-label="Spoiler"
      onClick={reveal}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        reveal();
      }}
    >
      <span class="spoiler-text" inert>
        {children}
      </span>
    </span>
  );
}
