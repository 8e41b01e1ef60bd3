/** Light, dark, or as the phone says. The choice is mirrored so that the first paint is already right. */

import type { Theme } from '../core/documents'

const KEY = 'iron-theme'

export function applyTheme(theme: Theme): void {
  const root = document.documentElement
  if (theme === 'system') delete root.dataset['theme']
  else root.dataset['theme'] = theme
  try {
    localStorage.setItem(KEY, theme)
  } catch {
    // Storage may be closed to us (private mode); the settings document still has the choice.
  }
}

export function applyRememberedTheme(): void {
  let kept: string | null = null
  try {
    kept = localStorage.getItem(KEY)
  } catch {
    // As above.
  }
  if (kept === 'light' || kept === 'dark') document.documentElement.dataset['theme'] = kept
}
