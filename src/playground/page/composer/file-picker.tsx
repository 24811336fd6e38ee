import type { RefObject } from 'preact';
import { takeFiles } from './taken-files.ts';

/** Has nothing to see; a button opens it. */
export function FilePicker({ picker }: { readonly picker: RefObject<HTMLInputElement | null> }) {
  return (
    <input
      ref={picker}
      type="file"
      multiple
      hidden
      onChange={({ currentTarget }) => {
        takeFiles([...(currentTarget.files ?? [])]);
        // The same file can be chosen again.
        currentTarget.value = '';
      }}
    />
  );
}
