/** Parts of a line of text that stand beside each other: `A · B`. Empty ones are left out. */
export function inLine(parts: readonly (string | null | undefined | false)[]): string {
  return parts.filter(Boolean).join(' · ')
}
