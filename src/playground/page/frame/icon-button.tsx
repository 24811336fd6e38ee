import { Icon, type IconName } from '../icons/icon.tsx';

export interface IconButtonProps {
  readonly icon: IconName;
  readonly label: string;
  readonly onClick?: () => void;
  /** Id of the popover it opens. */
  readonly opens?: string;
  /** Of a button that shows and hides something. */
  readonly expanded?: boolean;
  readonly class?: string;
}

/** A button of one icon. Its label shows when it is pointed at or focused. */
export function IconButton({ icon, label, expanded, ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      class={`icon-button ${rest.class ?? ''}`}
      aria-label={label}
      aria-expanded={expanded}
      data-tooltip={label}
      popoverTarget={rest.opens}
      onClick={rest.onClick}
    >
      <Icon name={icon} />
    </button>
  );
}
