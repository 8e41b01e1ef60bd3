/** Where this browser keeps unsaved changes of a program in the builder, by the journal they belong to. */

const BEGINNING = 'iron-builder'

export function draftKey(journal: string, what: string, id: string): string {
  return `${BEGINNING}|${journal}|${what}|${id}`
}

/** Forget the drafts of a journal that is deleted here. */
export function forgetDrafts(journal: string): void {
  if (typeof localStorage === 'undefined') return
  for (const key of Object.keys(localStorage))
    if (key.startsWith(`${BEGINNING}|${journal}|`)) localStorage.removeItem(key)
}
