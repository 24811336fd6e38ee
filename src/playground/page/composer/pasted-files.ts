import { takeFiles } from './taken-files.ts';

/** Takes files that are pasted into a field; text is left to the browser. */
export function pastedFiles(event: ClipboardEvent): void {
  const files = [...(event.clipboardData?.files ?? [])];
  if (files.length === 0) return;
  event.preventDefault();
  takeFiles(files);
}
