export interface SelectChoice {
  readonly value: string;
  readonly label: string;
  readonly description?: string;
  readonly emoji?: string;
}

export interface SelectMenuProps {
  readonly id?: string;
  /** Name for screen readers. */
  readonly label: string;
  readonly placeholder: string;
  readonly choices: readonly SelectChoice[];
  readonly chosen: readonly string[];
  /** Default 1. */
  readonly least?: number;
  /** Above 1 several can be chosen; the menu then reports when it closes. Default 1. */
  readonly most?: number;
  readonly disabled?: boolean;
  readonly onChoose: (values: readonly string[]) => void;
}

/** A select as Discord draws it: a button that opens a list, by mouse or keyboard. */
export function SelectMenu({ label, choices, onChoose }: SelectMenuProps) {
  return (
    <select
      aria-label={label}
      onChange={({ currentTarget }) => {
        onChoose([currentTarget.value]);
      }}
    >
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.label}
        </option>
      ))}
    </select>
  );
}
