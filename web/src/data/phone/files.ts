/** Hand a file to another app or to the phone's own files. */

/** Save a file in the browser's downloads. */
export function saveFile(file: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = name
  link.click()
  // The browser has taken the address by the next turn; a minute is generous.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}

/** Whether this phone's share sheet takes such a file. */
export function canShare(file: File): boolean {
  return typeof navigator.canShare === 'function' && navigator.canShare({ files: [file] })
}

/** Open the share sheet, or save the file where there is none. Closing the sheet is no failure. */
export async function shareFile(file: File, text: string): Promise<'shared' | 'saved' | 'closed'> {
  if (!canShare(file)) {
    saveFile(file, file.name)
    return 'saved'
  }
  try {
    await navigator.share({ files: [file], title: text })
    return 'shared'
  } catch (problem) {
    if (problem instanceof DOMException && problem.name === 'AbortError') return 'closed'
    saveFile(file, file.name)
    return 'saved'
  }
}
