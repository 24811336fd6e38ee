/** What a select offers for one of its values. */
export interface SelectChoice {
  readonly value: string;
  readonly label: string;
  readonly description?: string;
  readonly emoji?: string;
}
