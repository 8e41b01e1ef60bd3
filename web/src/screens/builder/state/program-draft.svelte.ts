/** The program that is edited: one body and one text, each made from the other, checked at every change. */
import { parse } from 'smol-toml'
import { programText } from '../../../core/rules/programs/files/writing'
import { sentencesOf } from '../../../core/rules/programs/checking'
import { isTable, type Table } from '../../../core/rules/programs/shape'

export interface Wrong {
  readonly line: number
  readonly where: string
  readonly sentence: string
}

const NO_TOML =
  'this is not TOML: write key = value, texts in quotes, [[days]] and [[days.slots]] above their keys.'
/** Longer texts are refused everywhere (docs/programs.md). */
const MOST_CHARACTERS = 256 * 1024

export class Draft {
  body = $state.raw<Table>({})
  text = $state('')
  private syntax = $state.raw<Wrong | null>(null)
  private past = $state.raw<readonly string[]>([])
  private readonly saved: string

  /** `key` names the place of unsaved changes on this phone. */
  constructor(
    body: Table,
    private readonly known: (exercise: string) => boolean,
    private readonly key: string,
  ) {
    this.saved = programText(body)
    this.show(localStorage.getItem(key) ?? this.saved)
  }

  readonly problems = $derived.by<readonly Wrong[]>(() =>
    this.syntax ? [this.syntax] : sentencesOf(this.text, this.body, this.known),
  )
  readonly changed = $derived.by(() => this.text !== this.saved)
  readonly undoable = $derived.by(() => this.past.length > 0)

  /** The sentence about a part, without line and key. */
  about(where: string): string {
    const match = this.syntax ? undefined : this.problems.find((problem) => problem.where === where)
    return match?.sentence.replace(/^Line \d+, [^:]*: /, '') ?? ''
  }

  setText(text: string): void {
    this.remember()
    this.show(text.slice(0, MOST_CHARACTERS))
    this.store()
  }

  setBody(body: Table): void {
    this.remember()
    this.body = body
    this.text = programText(body)
    this.syntax = null
    this.store()
  }

  undo(): void {
    const text = this.past[this.past.length - 1]
    if (text === undefined) return
    this.past = this.past.slice(0, -1)
    this.show(text)
    this.store()
  }

  /** Back to what is stored. */
  discard(): void {
    this.remember()
    this.show(this.saved)
    this.forget()
  }

  /** The changes are stored elsewhere now. */
  forget(): void {
    localStorage.removeItem(this.key)
  }

  private remember(): void {
    this.past = [...this.past.slice(-49), this.text]
  }

  private show(text: string): void {
    this.text = text
    try {
      const body: unknown = parse(text)
      if (isTable(body)) this.body = body
      this.syntax = null
    } catch (problem) {
      const line =
        problem instanceof Error && 'line' in problem && typeof problem.line === 'number' ? problem.line : 1
      this.syntax = { line, where: '', sentence: `Line ${line}: ${NO_TOML}` }
    }
  }

  private store(): void {
    try {
      if (this.text === this.saved) localStorage.removeItem(this.key)
      else localStorage.setItem(this.key, this.text)
    } catch {
      // A full or forbidden store: the changes live as long as this page.
    }
  }
}
