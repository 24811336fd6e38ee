import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { IconButton } from './icon-button.tsx';
import { closeDrawer, drawer, focusOpener } from './panels.ts';

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
    panel.current?.querySelector<HTMLElement>('[aria-current], button, a')?.focus();
    document.addEventListener('keydown', closeOnEscape);
    return () => {
      document.removeEventListener('keydown', closeOnEscape);
      focusOpener();
    };
  }, [isDrawer]);
  return (
    <div ref={panel} class={`panel panel-${name} ${isShown ? '' : 'is-away'}`} inert={!isShown}>
      {children}
      {isDrawer && (
        <IconButton class="panel-close" icon="close" label="Close" onClick={closeDrawer} />
      )}
    </div>
  );
}

function closeOnEscape({ key, defaultPrevented }: KeyboardEvent): void {
  if (key === 'Escape' && !defaultPrevented) closeDrawer();
}
