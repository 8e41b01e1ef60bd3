/** What a session of a program means for it, in words: for the finish screen and the page of the session. */
export interface ProgramNews {
  /** The program. */
  readonly name: string
  readonly changes: readonly { readonly words: string; readonly rule: string }[]
  /** Loads of the next session that the log calls unlikely. */
  readonly unlikely: readonly string[]
  readonly questions: readonly {
    readonly id: string; readonly words: string; readonly answers: readonly string[]; readonly value: string
  }[]
}
