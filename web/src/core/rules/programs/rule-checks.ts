/**
 * Checks of rules: names that are there, conditions that can hold, actions that can be done. The same as
 * `src/iron/training/programs/checks/rule_checks.py`.
 */
import { slotId } from './compiling'
import { isTable, type Problem, type Table } from './shape'
import { plansOf, rows, text, texts } from './table-values'

const SPANS = ['reps', 'over', 'sum', 'rir', 'sets']
const NUMBER = ['add', 'add_percent', 'deload', 'per_rep', 'table', 'set_max', 'stage_load']
const ACTIONS = [...NUMBER.slice(0, -1), 'stage', 'sets', 'sets_reset', 'rung', 'test', 'hold']
const NEEDS: Readonly<Record<string, string>> = {
  most_reps: 'per_rep',
  by: 'table',
  from: 'set_max',
  stage_load: 'stage',
}
const TOP = 10_000

type Lifts = ReadonlyMap<string, Table>

/** Everything that is wrong with the rules of a program whose shape is right. */
export function ruleProblems(body: Table, lifts: Lifts): Problem[] {
  return rows(body['rules']).flatMap((row, at) => {
    const where = `rules[${at}]`
    return [
      ...who(row, where, body, lifts),
      ...conditions(row, where, body, lifts),
      ...actions(row, where, body, lifts),
    ]
  })
}

const isAll = (row: Table): boolean => texts(row['lifts']).length === 1 && texts(row['lifts'])[0] === 'all'

function liftsOf(row: Table, lifts: Lifts): string[] {
  return isAll(row) ? [...lifts.keys()] : texts(row['lifts']).filter((name) => lifts.has(name))
}

function who(row: Table, where: string, body: Table, lifts: Lifts): Problem[] {
  const problems: Problem[] = []
  for (const [place, name] of (isAll(row) ? [] : texts(row['lifts'])).entries()) {
    if (lifts.has(name)) continue
    const sentence = `There is no lift “${name}”: add it under [[lifts]], or correct the name.`
    problems.push({ where: `${where}.lifts[${place}]`, sentence })
  }
  const slots = new Map(
    rows(body['days']).flatMap((day) => rows(day['slots']).map((slot) => [slotId(slot), slot] as const)),
  )
  for (const [place, name] of texts(row['slots']).entries()) {
    const slot = slots.get(name)
    const at = `${where}.slots[${place}]`
    if (!slot) problems.push({ where: at, sentence: `There is no slot “${name}”: write the id of a slot.` })
    else if (!liftsOf(row, lifts).includes(text(slot['lift']))) {
      problems.push({ where: at, sentence: `The slot “${name}” is of another lift than this rule.` })
    }
  }
  return problems
}

function conditions(row: Table, where: string, body: Table, lifts: Lifts): Problem[] {
  const when = table(row['when'])
  const problems: Problem[] = []
  for (const key of SPANS) {
    const [low, high] = [number(when[`${key}_at_least`]), number(when[`${key}_at_most`])]
    if (low === null || high === null || low <= high) continue
    const sentence = `Nothing is at least ${low} and at most ${high}: swap them.`
    problems.push({ where: `${where}.when.${key}_at_most`, sentence })
  }
  const weeks = number(body['weeks']) ?? 1
  for (const week of wholes(when['week'])) {
    if (week <= weeks) continue
    problems.push({
      where: `${where}.when.week`,
      sentence: `The program has ${weeks} weeks, so there is no week ${week}.`,
    })
  }
  const stages = Math.max(
    1,
    ...slotsOf(row, body, lifts).map((slot) => ('stages' in slot ? texts(slot['stages']).length : 1)),
  )
  for (const stage of wholes(when['stage'])) {
    if (stage <= stages) continue
    problems.push({
      where: `${where}.when.stage`,
      sentence: `These lifts have ${stages} stages, so there is no stage ${stage}.`,
    })
  }
  return [
    ...problems,
    ...questionProblems(when, where, body),
    ...contradictions(when, where),
    ...reachable(when, row, where, body, lifts),
  ]
}

function questionProblems(when: Table, where: string, body: Table): Problem[] {
  const at = `${where}.when.question`
  if ('question' in when !== 'answer' in when) {
    return [{ where: at, sentence: 'question and answer belong together: write both.' }]
  }
  if (!('question' in when)) return []
  const question = rows(body['questions']).find((row) => row['id'] === when['question'])
  if (!question) {
    return [
      {
        where: at,
        sentence: `There is no question “${text(when['question'])}”: add it under [[questions]].`,
      },
    ]
  }
  const answers = texts(question['answers'])
  return texts(when['answer'])
    .filter((answer) => !answers.includes(answer))
    .map((answer) => ({
      where: `${where}.when.answer`,
      sentence: `“${answer}” is not an answer to it: ${answers.join(', ')}.`,
    }))
}

function contradictions(when: Table, where: string): Problem[] {
  const sentence = 'A session is made or failed, never both: take one condition out.'
  const problems: Problem[] = []
  if (when['made'] === true && 'failed' in when) problems.push({ where: `${where}.when.failed`, sentence })
  if (when['made'] === false && (when['topped'] === true || 'made_in_a_row' in when)) {
    problems.push({ where: `${where}.when.made`, sentence })
  }
  return problems
}

/** A set that no slot has, and reps that no set allows, can never hold: the program would never move on. */
function reachable(when: Table, row: Table, where: string, body: Table, lifts: Lifts): Problem[] {
  const plans = slotsOf(row, body, lifts).flatMap((slot) => plansOf(slot, body))
  if (plans.length === 0) return []
  const problems: Problem[] = []
  const longest = Math.max(...plans.map(countOf))
  const set = when['set']
  if (typeof set === 'number' && longest < set) {
    const sentence = `The longest of these slots has ${longest} sets, so there is no set ${set}.`
    problems.push({ where: `${where}.when.set`, sentence })
  }
  const isAmrap = plans.some((plan) => plan.some((line) => line['amrap'] === true))
  if (set === 'amrap' && !isAmrap) {
    const sentence = 'None of these slots has an AMRAP set: write amrap = true in a set.'
    problems.push({ where: `${where}.when.set`, sentence })
  }
  const top = Math.max(...plans.flatMap((plan) => plan.map(highOf)))
  const least = number(when['reps_at_least'])
  if (least !== null && !isAmrap && least > top) {
    const sentence = `No set of these slots asks for more than ${top} reps, so ${least} never come: make ` +
      'it an AMRAP set.'
    problems.push({ where: `${where}.when.reps_at_least`, sentence })
  }
  return problems
}

function actions(row: Table, where: string, body: Table, lifts: Lifts): Problem[] {
  const then = table(row['then'])
  const problems: Problem[] = []
  if (!ACTIONS.some((key) => key in then)) {
    problems.push({
      where: `${where}.then`,
      sentence: `The rule changes nothing: write one of ${ACTIONS.join(', ')}.`,
    })
  }
  for (const [key, other] of Object.entries(NEEDS)) {
    if (!(key in then) || other in then) continue
    problems.push({
      where: `${where}.then.${key}`,
      sentence: `${key} belongs to ${other}: write both or neither.`,
    })
  }
  if (('most' in then || 'least' in then) && !('sets' in then)) {
    const sentence = 'most and least belong to sets: write sets = 1 or sets = -1.'
    problems.push({ where: `${where}.then.most`, sentence })
  }
  if ((number(then['sets']) ?? 0) > 0 && !('most' in then)) {
    const sentence = 'One set more each time never ends: write most, the most sets there may be.'
    problems.push({ where: `${where}.then.most`, sentence })
  }
  for (const id of liftsOf(row, lifts)) problems.push(...liftActions(then, where, id, lifts.get(id) ?? {}))
  if ('stage' in then && !slotsOf(row, body, lifts).some((slot) => 'stages' in slot)) {
    problems.push({ where: `${where}.then.stage`, sentence: 'None of these slots has stages.' })
  }
  return [...problems, ...tableProblems(then, where)]
}

function liftActions(then: Table, where: string, id: string, lift: Table): Problem[] {
  const problems = NUMBER.filter((key) => key in then && !('keeps' in lift)).map((key) => ({
    where: `${where}.then.${key}`,
    sentence: `The lift “${id}” keeps no number that could change: give it keeps.`,
  }))
  if ('rung' in then && !('ladder' in lift)) {
    problems.push({ where: `${where}.then.rung`, sentence: `The lift “${id}” has no ladder: give it one.` })
  }
  if ('test' in then && lift['ask'] !== then['test']) {
    const sentence = `The lift “${id}” does not ask for a ${text(then['test'])}: write ask in it.`
    problems.push({ where: `${where}.then.test`, sentence })
  }
  return problems
}

function tableProblems(then: Table, where: string): Problem[] {
  let last: number | null = null
  return rows(then['table']).flatMap((line, place) => {
    const [low = 0, high = TOP] = line['reps'] as number[]
    const before = last
    last = high
    if (before === null || low > before) return []
    const sentence = `${low} is in two rows: begin this row above ${before}.`
    return [{ where: `${where}.then.table[${place}].reps`, sentence }]
  })
}

function slotsOf(row: Table, body: Table, lifts: Lifts): Table[] {
  const wanted = liftsOf(row, lifts)
  const chosen = texts(row['slots'])
  return rows(body['days'])
    .flatMap((day) => rows(day['slots']))
    .filter((slot) => {
      if (!wanted.includes(text(slot['lift']))) return false
      if (chosen.length > 0) return chosen.includes(text(slot['id']) || text(slot['lift']))
      return slot['counts'] !== false && slot['optional'] !== true
    })
}

function countOf(sets: readonly Table[]): number {
  return sets.reduce((sum, row) => sum + (row['kind'] === 'warm-up' ? 0 : (number(row['count']) ?? 1)), 0)
}

function highOf(row: Table): number {
  const reps = row['seconds'] ?? row['reps'] ?? 1
  return Array.isArray(reps) ? (reps.at(-1) as number) : (reps as number)
}

const table = (value: unknown): Table => (isTable(value) ? value : {})
const number = (value: unknown): number | null => (typeof value === 'number' ? value : null)
const wholes = (value: unknown): number[] =>
  value === undefined ? [] : Array.isArray(value) ? (value as number[]) : [value as number]
