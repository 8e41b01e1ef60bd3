/**
 * A program as the fragment of a link: its text, deflated, in base64url. The part behind # never reaches a
 * server. The same as `src/iron/training/programs/link.py`.
 */

import * as messages from '../../core/generated/messages-program-links'

const MARK = 'p1.'
/** Longer texts are refused everywhere (docs/programs.md). */
const MOST_BYTES = 256 * 1024
/** A QR code of level M holds 2331 bytes (ISO/IEC 18004, version 40). */
export const MOST_QR = 2331

/** A link that cannot be read; `sentence` says what and what to do. */
export class LinkError extends Error {
  constructor(readonly sentence: string) {
    super(sentence)
  }
}

export async function linkOf(text: string): Promise<string> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('deflate-raw'))
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer())
  const code = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
  const bare = code.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
  return `${location.origin}${import.meta.env.BASE_URL}program#${MARK}${bare}`
}

/** The text of a link or of its fragment. */
export async function textOfLink(link: string): Promise<string> {
  const at = link.indexOf(MARK)
  const code = link.slice(at + MARK.length).trim()
  if (at < 0 || !/^[\w-]+$/.test(code) || code.length > MOST_BYTES)
    throw new LinkError(messages.linkEmpty)
  try {
    const bytes = Uint8Array.from(atob(code.replaceAll('-', '+').replaceAll('_', '/')), (char) =>
      char.charCodeAt(0),
    )
    return await inflated(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw')))
  } catch (problem) {
    if (problem instanceof LinkError) throw problem
    throw new LinkError(messages.linkDamaged)
  }
}

/** The text of a stream, given up as soon as it is longer than a program can be. */
async function inflated(stream: ReadableStream<Uint8Array>): Promise<string> {
  const reader = stream.getReader()
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let [text, size] = ['', 0]
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    size += part.value.length
    if (size > MOST_BYTES) {
      await reader.cancel()
      throw new LinkError(messages.linkLarge)
    }
    text += decoder.decode(part.value, { stream: true })
  }
  return text + decoder.decode()
}
