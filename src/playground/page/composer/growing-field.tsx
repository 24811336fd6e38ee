import type { ComponentChildren } from 'preact';

/** Makes its field as wide and as high as the text in it. */
export function GrowingField({
  text,
  children,
}: {
  readonly text: string;
  readonly children: ComponentChildren;
}) {
  return (
    <span class="growing" data-text={text}>
      {children}
    </span>
  );
}
