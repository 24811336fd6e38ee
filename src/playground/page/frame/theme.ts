import { signal } from '@preact/signals';

type Theme = 'dark' | 'light';

/** The page's head reads the same key before anything is drawn. */
const KEY = 'theme';

export const theme = signal<Theme>(initial());

export function switchTheme(): void {
  theme.value = theme.value === 'dark' ? 'light' : 'dark';
  document.documentElement.dataset['theme'] = theme.value;
  localStorage.setItem(KEY, theme.value);
}

function initial(): Theme {
  return document.documentElement.dataset['theme'] === 'light' ? 'light' : 'dark';
}
