import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';

/** What is covered as a spoiler until a person wants to see it. */
export function Cover({ children }: { readonly children: ComponentChildren }) {
  const [isOpen, setOpen] = useState(false);
  if (isOpen) return <>{children}</>;
  return (
    <div class="cover">
      <div class="cover-content" inert>
        {children}
      </div>
      <button
        type="button"
        class="cover-button"
        onClick={() => {
          setOpen(true);
        }}
      >
        Spoiler
      </button>
    </div>
  );
}
