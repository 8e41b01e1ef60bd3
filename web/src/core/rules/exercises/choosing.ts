/**
 * Twin of `iron.knowledge.selection.choosing`: four questions, an ordered list, for every place the graded
 * claims it rests on.
 */

export interface Reason {
  readonly question: string
  readonly answer: string
  readonly exercise: string
  readonly favours: boolean
  readonly claim: string
  readonly text: string
  readonly grade: string
}
export interface Ask {
  readonly id: string
  readonly words: string
  readonly values: readonly { readonly id: string; readonly name: string }[]
}
export interface Candidate { readonly exercise: string; readonly name: string; readonly needs: string }
/** `content/choose.json`. */
export interface Rules {
  readonly weights: Readonly<Record<string, number>>
  readonly questions: readonly Ask[]
  readonly candidates: readonly Candidate[]
  readonly reasons: readonly Reason[]
}
export interface Place { exercise: string; name: string; points: number; reasons: Reason[] }
export type Answers = Readonly<Record<string, string>>

const EVERYTHING = 'everything'

/** One answer for each question; what was not said, or is not offered, keeps the first. */
export function answersOf(
  rules: Rules, answerTo: (question: string) => string | null,
): Record<string, string> {
  const pairs = rules.questions.map((ask): [string, string] => {
    const given = answerTo(ask.id)
    const known = ask.values.some((value) => value.id === given)
    return [ask.id, known && given ? given : (ask.values[0]?.id ?? '')]
  })
  return Object.fromEntries(pairs)
}

/** The candidates for somebody's answers, the best fit first. Silence about the aim comes last. */
export function choose(rules: Rules, answers: Answers): Place[] {
  const wanted = answers['equipment'] ?? EVERYTHING
  return rules.candidates
    .filter((candidate) => wanted === EVERYTHING || candidate.needs === wanted)
    .map((candidate) => place(rules, candidate, answers))
    .sort((a, b) => Number(silent(a)) - Number(silent(b)) || b.points - a.points)
}

function silent(place: Place): boolean {
  return !place.reasons.some((reason) => reason.question === 'aim')
}

function place(rules: Rules, { exercise, name }: Candidate, answers: Answers): Place {
  const reasons: Reason[] = []
  let points = 0
  for (const ask of rules.questions) {
    const own = rules.reasons.filter(
      (reason) =>
        reason.exercise === exercise && reason.question === ask.id && reason.answer === answers[ask.id],
    )
    points += heaviest(rules, own, true) - heaviest(rules, own, false)
    reasons.push(...own)
  }
  return { exercise, name, points, reasons }
}

/** Only the best-graded claim counts, so a guide with many claims has no advantage. */
function heaviest(rules: Rules, reasons: readonly Reason[], favours: boolean): number {
  const chosen = reasons.filter((reason) => reason.favours === favours)
  return Math.max(0, ...chosen.map((reason) => rules.weights[reason.grade] ?? 0))
}
