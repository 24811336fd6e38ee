/** A page or rank from a custom id; 0 for what is no number. */
export function pageNumber(text: string | undefined): number {
  return /^\d{1,6}$/.test(text ?? '') ? Number(text) : 0;
}
