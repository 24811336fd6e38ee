/*
 * In force before the page is first drawn: the theme the person chose (`theme` in the local storage), or else that of
 * their system.
 */

const chosen = readChoice();
const preferred = matchMedia('(prefers-color-scheme: light)').matches ? 'light' : 'dark';
document.documentElement.dataset['theme'] =
  chosen === 'light' || chosen === 'dark' ? chosen : preferred;

/** Null where the browser keeps nothing for this page. */
function readChoice(): string | null {
  try {
    return localStorage.getItem('theme');
  } catch {
    return null;
  }
}
