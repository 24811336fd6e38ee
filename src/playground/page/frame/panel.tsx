import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { IconButton } from './icon-button.tsx';
import { closeDrawer, drawer } from './panels.ts';

export interface PanelProps {
  readonly name: 'channels' | 'members';
  readonly isShown: boolean;
  readonly children: ComponentChildren;
}

/** A column beside the messages, or where there is no room for it, a drawer over them that has the keyboard. */
export function Panel({ name, isShown, children }: PanelProps) {
  const panel = useRef<HTMLDivElement>(null);
  const isDrawer = drawer.value === name;
  useEffect(() => {
    if (!isDrawer) return;
    const before = document.activeElement;
    panel.current?.querySelector<HTMLElement>('[aria-current], button, a')?.focus();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, [isDrawer]);
  return (
    <div
      ref={panel}
      class={`panel panel-${name} ${isShown ? '' : 'is-away'}`}
      inert={!isShown}
      onKeyDown={(event) => {
        if (isDrawer && event.key === 'Escape' && !event.defaultPrevented) closeDrawer();
      }}
    >
      {children}
      {isDrawer && (
        <IconButton class="panel-close" icon="close" label="Close" onClick={closeDrawer} />
      )}
    </div>
  );
}
