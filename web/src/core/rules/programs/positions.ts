/**
 * Where each key of a TOML text stands: a map from key path to line. The same as
 * `src/iron/training/programs/checks/positions.py`. The text was read by a TOML reader before, so its
 * syntax is taken for granted: this only follows headers, keys, brackets and strings.
 */

const HEADER = /\s*(\[\[?)\s*([^\]]+?)\s*\]\]?/y
const KEY = /\s*((?:"[^"\n]*"|'[^'\n]*'|[A-Za-z0-9_-]+)(?:\s*\.\s*(?:"[^"\n]*"|[A-Za-z0-9_-]+))*)\s*=/y

/** Lines (from 1) of every table, key and array element, by path such as `days[1].slots[0].sets[2].reps`. */
export function positions(text: string): ReadonlyMap<string, number> {
  const scanner = new Scanner(text)
  scanner.run()
  return scanner.lines
}

/** The line of a key path; where the key is not in the text, that of the nearest table around it. */
export function lineOf(lines: ReadonlyMap<string, number>, where: string): number {
  let path = where
  while (path) {
    const line = lines.get(path)
    if (line !== undefined) return line
    path = path.slice(0, Math.max(0, path.lastIndexOf('.'), path.lastIndexOf('[')))
  }
  return 1
}

const bare = (part: string): string => part.trim().replace(/^["']+|["']+$/g, '')

class Scanner {
  readonly lines = new Map<string, number>()
  private readonly counts = new Map<string, number>()
  private at = 0
  private line = 1

  constructor(private readonly text: string) {}

  run(): void {
    let table = ''
    while (this.at < this.text.length) {
      this.skipBlank()
      if (this.at >= this.text.length) return
      const header = this.text[this.at] === '[' ? this.match(HEADER) : null
      if (header) {
        table = this.header(header[1] === '[[', header[2] ?? '')
        this.move(this.at + header[0].length)
      } else this.pair(table)
    }
  }

  private match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at
    return pattern.exec(this.text)
  }

  private header(isArray: boolean, name: string): string {
    const parts = name.split('.').map(bare)
    let path = ''
    for (const [place, part] of parts.entries()) {
      path = path ? `${path}.${part}` : part
      if (place === parts.length - 1 && isArray) {
        this.counts.set(path, (this.counts.get(path) ?? -1) + 1)
        this.note(path)
      }
      const count = this.counts.get(path)
      if (count !== undefined) path = `${path}[${count}]`
    }
    this.note(path)
    return path
  }

  private pair(table: string): void {
    const key = this.match(KEY)
    if (!key) {
      this.move(this.at + 1)
      return
    }
    const name = (key[1] ?? '').split('.').map(bare).join('.')
    const path = table ? `${table}.${name}` : name
    const start = this.at
    this.move(start + key[0].indexOf(key[1] ?? ''))
    this.note(path)
    this.move(start + key[0].length)
    this.value(path)
  }

  private value(path: string): void {
    while (this.text[this.at] === ' ' || this.text[this.at] === '\t') this.at += 1
    const char = this.text[this.at]
    if (char === '[') this.list(path)
    else if (char === '{') this.inline(path)
    else if (char === '"' || char === "'") this.string(char)
    else while (this.at < this.text.length && !',]}#\n'.includes(this.text[this.at] ?? '')) this.at += 1
  }

  private list(path: string): void {
    this.move(this.at + 1)
    for (let place = 0; !this.ends(']');) {
      if (this.text[this.at] === ',') {
        this.move(this.at + 1)
        continue
      }
      this.note(`${path}[${place}]`)
      this.value(`${path}[${place}]`)
      place += 1
    }
  }

  private inline(path: string): void {
    this.move(this.at + 1)
    while (!this.ends('}')) {
      if (this.text[this.at] === ',') this.move(this.at + 1)
      else this.pair(path)
    }
  }

  /** Whether the list or table ends here; the bracket is passed. */
  private ends(bracket: string): boolean {
    this.skipBlank()
    if (this.at < this.text.length && this.text[this.at] !== bracket) return false
    this.move(Math.min(this.text.length, this.at + 1))
    return true
  }

  private string(quote: string): void {
    const end = this.text.startsWith(quote.repeat(3), this.at) ? quote.repeat(3) : quote
    let at = this.at + end.length
    while (at < this.text.length && !this.text.startsWith(end, at)) {
      at += this.text[at] === '\\' && quote === '"' ? 2 : 1
    }
    this.move(Math.min(this.text.length, at + end.length))
  }

  private skipBlank(): void {
    while (this.at < this.text.length) {
      const char = this.text[this.at] ?? ''
      if (char === '#') {
        const end = this.text.indexOf('\n', this.at)
        this.at = end < 0 ? this.text.length : end
      } else if (' \t\r\n'.includes(char)) this.move(this.at + 1)
      else return
    }
  }

  private note(path: string): void {
    if (!this.lines.has(path)) this.lines.set(path, this.line)
  }

  private move(to: number): void {
    for (let at = this.at; at < to; at += 1) if (this.text[at] === '\n') this.line += 1
    this.at = to
  }
}
