/** Drawn for a grid of 24 by 24, as one path of lines. */
const PATHS = {
  hash: 'M4 9h16M3 15h16M10 3 8 21M16 3l-2 18',
  lock: 'M6 11h12a1 1 0 0 1 1 1v8a1 1 0 0 1-1 1H6a1 1 0 0 1-1-1v-8a1 1 0 0 1 1-1zM8 11V7a4 4 0 0 1 8 0v4',
  megaphone: 'M3 10v4l11 4V6L3 10zM14 9h3a3 3 0 0 1 0 6h-3M6 15l1 5h3l-1-4',
  forum: 'M4 4h16v11H9l-5 4V4zM8 8h8M8 11h5',
  thread: 'M6 3v8a4 4 0 0 0 4 4h8M14 11l4 4-4 4',
  menu: 'M4 6h16M4 12h16M4 18h16',
  people:
    'M9 11a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM2 20c0-4 3-6 7-6s7 2 7 6M16 3.5a4 4 0 0 1 0 7.2M18 14.3c2.5.8 4 2.7 4 5.7',
  more: 'M5 12h.01M12 12h.01M19 12h.01',
  close: 'M5 5l14 14M19 5 5 19',
  sun: 'M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM12 2v2M12 20v2M2 12h2M20 12h2M5 5l1.5 1.5M17.5 17.5 19 19M5 19l1.5-1.5M17.5 6.5 19 5',
  moon: 'M20 14.5A8.5 8.5 0 0 1 9.5 4 8.5 8.5 0 1 0 20 14.5z',
  clock: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 7v5l3.5 2',
  skip: 'M5 5v14l10-7L5 5zM19 5v14',
  bulb: 'M9 18h6M10 21h4M8.5 15C7 13.8 6 12 6 10a6 6 0 0 1 12 0c0 2-1 3.8-2.5 5v3h-7v-3z',
  down: 'M12 4v16M6 14l6 6 6-6',
  chevron: 'M6 9l6 6 6-6',
  plus: 'M12 5v14M5 12h14',
  upload: 'M12 16V4M7 9l5-5 5 5M4 16v4h16v-4',
  check: 'M5 12.5l5 5L19 7',
  file: 'M6 3h8l5 5v13H6V3zM14 3v5h5',
  eye: 'M2 12c2.5-4.5 6-7 10-7s7.5 2.5 10 7c-2.5 4.5-6 7-10 7s-7.5-2.5-10-7zM12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6z',
  reply: 'M4 20v-4a6 6 0 0 1 6-6h10M15 5l5 5-5 5',
  warning: 'M12 3 2 20h20L12 3zM12 9v5M12 17v.5',
  external: 'M14 4h6v6M20 4l-9 9M18 14v6H4V6h6',
  switch: 'M7 4 3 8l4 4M3 8h14M17 12l4 4-4 4M21 16H7',
} as const;

export type IconName = keyof typeof PATHS;

export interface IconProps {
  readonly name: IconName;
  /** CSS pixels, default 20. */
  readonly size?: number;
}

/** A drawing beside or instead of a text that says the same: screen readers do not hear of it. */
export function Icon({ name, size = 20 }: IconProps) {
  return (
    <svg
      class="icon"
      aria-hidden="true"
      viewBox="0 0 24 24"
      width={size}
      height={size}
      fill="none"
      stroke="currentColor"
      stroke-width="2"
      stroke-linecap="round"
      stroke-linejoin="round"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
