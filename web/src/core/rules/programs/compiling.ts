/** Makes the values of a program from a body. The same as `src/iron/training/programs/compiling.py`. */
import type {
  Amount,
  Day,
  Lift,
  Moment,
  Program,
  ProgramBody,
  Row,
  Rule,
  SetTarget,
  Slot,
  Span,
  Then,
  When,
} from './model'
import { FOOT_POSITIONS } from '../../generated/tables'
import type { Setup } from '../../values/documents'
import { isRecord } from '../../values/json'
import { text, texts, whole } from './table-values'

type Table = Readonly<Record<string, unknown>>
const TOP = 10_000 // "and more" in a span of reps

export function readProgram(body: ProgramBody): Program {
  const schemes = new Map(
    Object.entries(table(body['schemes'])).map(([name, rows]) => [name, readSets(tables(rows))]),
  )
  const rounding = text(body['round'], 'nearest')
  const lifts = new Map<string, Lift>()
  for (const row of tables(body['lifts'])) lifts.set(text(row['id']), readLift(row, rounding))
  const days = tables(body['days']).map((row, at) => readDay(row, at, schemes, lifts, rounding))
  const weeks = whole(body['weeks'], 1)
  const order: [number, number][] = []
  for (let week = 1; week <= weeks; week += 1) {
    for (const day of days) if (!day.weeks || day.weeks.includes(week)) order.push([week, day.index])
  }
  if (days.some((day) => day.weekday !== null)) {
    order.sort((a, b) => a[0] - b[0] || (days[a[1]]?.weekday ?? 0) - (days[b[1]]?.weekday ?? 0))
  }
  const busiest = Math.max(
    ...Array.from({ length: weeks }, (_, at) => order.filter(([week]) => week === at + 1).length),
  )
  const rules = new Map<string, Rule[]>()
  for (const row of tables(body['rules'])) {
    const rule = readRule(row, [...lifts.keys()])
    for (const lift of rule.lifts)
      rules.set(`${lift}|${rule.at}`, [...(rules.get(`${lift}|${rule.at}`) ?? []), rule])
  }
  return {
    name: body.name,
    weeks,
    cycles: whole(body['cycles'], 1),
    daysPerWeek: whole(body['days_per_week'], Math.min(7, busiest)),
    weekdays: body['schedule'] === 'weekdays',
    lifts,
    days,
    rules,
    order,
    muscleLimits: table(body['muscle_limits']) as Readonly<Record<string, number>>,
    watched: new Set(tables(body['rules']).flatMap((row) => texts(row['slots']))),
    body,
  }
}

function readSets(rows: readonly Table[]): SetTarget[] {
  return rows.flatMap((row) => Array.from({ length: countOf(row) }, () => readSet(row)))
}

/** How many sets a row is: its count; an EMOM without one has a set each minute. */
export function countOf(row: Table): number {
  const minutes = row['kind'] === 'emom' ? number(row['minutes']) : null
  return whole(row['count'], minutes === null ? 1 : Math.ceil(minutes))
}

function everyOf(row: Table): number | null {
  if (row['kind'] !== 'emom') return null
  const minutes = number(row['minutes'])
  return minutes === null ? 60 : (60 * minutes) / countOf(row)
}

function readSet(row: Table): SetTarget {
  const timed = 'seconds' in row
  const reps = timed ? row['seconds'] : (row['reps'] ?? 1)
  const [low, high] = (Array.isArray(reps) ? reps : [reps, reps]) as [number, number]
  const rpe = number(row['rpe'])
  const fixed: Amount | null = 'kg' in row || 'lb' in row ? pick(row) : null
  return {
    repsLow: low,
    repsHigh: high,
    amrap: row['amrap'] === true,
    cap: number(row['cap']),
    timed,
    percent: number(row['percent']),
    of: text(row['of']),
    plus: amount(row['plus']),
    fixed,
    rir: number(row['rir']) ?? (rpe === null ? null : 10 - rpe),
    engine: row['load'] === 'engine',
    kind: text(row['kind'], 'working'),
    rest: number(row['rest']),
    minutes: number(row['minutes']),
    velocityLoss: number(row['velocity_loss']),
    optional: row['optional'] === true,
    every: everyOf(row),
  }
}

function readLift(row: Table, rounding: string): Lift {
  const ladder = texts(row['ladder'])
  const keeps = text(row['keeps']) as Lift['keeps']
  return {
    id: text(row['id']),
    name: text(row['name']),
    exercise: text(row['exercise']) || (ladder[0] ?? ''),
    ladder,
    keeps,
    ask: text(row['ask'], keeps === '' ? '' : keeps === 'load' ? 'load' : '1rm'),
    take: number(row['take']) ?? 100,
    start: amount(row['start']),
    rounding: text(row['round'], rounding),
    muscle: text(row['muscle']),
    ramp: row['warm_up'] !== 'none',
    setup: table(row['setup']) as Setup,
    alternatives: texts(row['alternatives']),
  }
}

function readDay(
  row: Table,
  index: number,
  schemes: ReadonlyMap<string, SetTarget[]>,
  lifts: Map<string, Lift>,
  rounding: string,
): Day {
  return {
    name: text(row['name']),
    index,
    weeks: row['weeks'] === undefined ? null : wholes(row['weeks']),
    weekday: number(row['weekday']),
    note: text(row['note']),
    slots: numbered(tables(row['slots']).map((slot) => readSlot(slot, schemes, lifts, rounding)), lifts),
  }
}

/** The slots of a day; those of one name are counted, so that screens tell them apart. */
function numbered(slots: readonly Slot[], lifts: ReadonlyMap<string, Lift>): Slot[] {
  const seen = new Map<string, number>()
  return slots.map((slot) => {
    const name = slot.name || lifts.get(slot.lift)?.name || slot.exercise
    const nth = (seen.get(name) ?? 0) + 1
    seen.set(name, nth)
    return { ...slot, nth }
  })
}

function readSlot(
  row: Table,
  schemes: ReadonlyMap<string, SetTarget[]>,
  lifts: Map<string, Lift>,
  rounding: string,
): Slot {
  const by = 'weeks' in row ? 'week' : 'stages' in row ? 'stage' : ''
  const names =
    by === 'week' ? texts(row['weeks']) : by === 'stage' ? texts(row['stages']) : [text(row['scheme'])]
  const plans =
    'sets' in row ? [readSets(tables(row['sets']))] : names.map((name) => schemes.get(name) ?? null)
  const id = slotId(row)
  const lift = text(row['lift']) || id
  if (!lifts.has(lift))
    lifts.set(lift, readLift({ id: lift, name: row['name'], exercise: row['exercise'] }, rounding))
  const optional = row['optional'] === true
  return {
    id,
    lift,
    exercise: text(row['exercise']) || (lifts.get(lift)?.exercise ?? ''),
    ownExercise: 'exercise' in row,
    name: text(row['name']),
    plans,
    by,
    rest: number(row['rest']),
    counts: row['counts'] !== false && !optional,
    optional,
    group: text(row['group']) || null,
    setups: setupsOf(row, lifts.get(lift)),
    alternatives: 'alternatives' in row ? texts(row['alternatives']) : (lifts.get(lift)?.alternatives ?? []),
    note: text(row['note']),
    nth: 1,
  }
}

/** The setups that rounds take in turn: those written, or the foot positions; the fixed part is in each. */
function setupsOf(row: Table, lift: Lift | undefined): Setup[] {
  const turns = 'setups' in row ? tables(row['setups']) : row['rotate'] === true ? FOOT_POSITIONS : [{}]
  const setups = turns.map((turn) => ({ ...lift?.setup, ...turn, ...table(row['setup']) }) as Setup)
  return setups.some((setup) => Object.keys(setup).length > 0) ? setups : []
}

/** The id of a slot: its own, else that of its lift, else of its exercise. */
export function slotId(row: Table): string {
  return text(row['id']) || text(row['lift']) || text(row['exercise'])
}

function readRule(row: Table, every: readonly string[]): Rule {
  const named = texts(row['lifts'])
  return {
    name: text(row['name']),
    lifts: named.length === 1 && named[0] === 'all' ? every : named,
    slots: texts(row['slots']),
    at: text(row['at'], 'session') as Moment,
    when: readWhen(table(row['when'])),
    then: readThen(table(row['then'])),
  }
}

export function readWhen(row: Table): When {
  return {
    made: bool(row['made']),
    topped: bool(row['topped']),
    set: (row['set'] as number | string | undefined) ?? null,
    reps: span(row, 'reps'),
    over: span(row, 'over'),
    sum: span(row, 'sum'),
    rirLow: number(row['rir_at_least']),
    rirHigh: number(row['rir_at_most']),
    failed: number(row['failed']),
    madeInARow: number(row['made_in_a_row']),
    stages: wholes(row['stage']),
    weeks: wholes(row['week']),
    sets: span(row, 'sets'),
    velocityLoss: number(row['velocity_loss_at_least']),
    question: text(row['question']) || null,
    answers: texts(row['answer']),
  }
}

function readThen(row: Table): Then {
  return {
    add: amount(row['add']),
    addPercent: number(row['add_percent']),
    deload: number(row['deload']),
    perRep: amount(row['per_rep']),
    mostReps: number(row['most_reps']),
    table: tables(row['table']).map(readRow),
    by: text(row['by'], 'reps') as Then['by'],
    setMax: number(row['set_max']),
    source: text(row['from'], 'lifted'),
    stage: text(row['stage']),
    stageLoad: row['stage_load'] === true,
    sets: whole(row['sets'], 0),
    setsReset: row['sets_reset'] === true,
    most: whole(row['most'], 30),
    least: whole(row['least'], 1),
    rung: text(row['rung']) as Then['rung'],
    test: text(row['test']),
  }
}

function readRow(row: Table): Row {
  const [low, high] = row['reps'] as [number, number?]
  return { reps: { low, high: high ?? TOP }, add: amount(row['add']), addPercent: number(row['add_percent']) }
}

function span(row: Table, key: string): Span | null {
  const [low, high] = [number(row[`${key}_at_least`]), number(row[`${key}_at_most`])]
  return low === null && high === null ? null : { low: low ?? -TOP, high: high ?? TOP }
}

const amount = (value: unknown): Amount | null => (value === undefined ? null : pick(table(value)))
function pick(row: Table): Amount {
  return {
    ...(typeof row['kg'] === 'number' ? { kg: row['kg'] } : {}),
    ...(typeof row['lb'] === 'number' ? { lb: row['lb'] } : {}),
  }
}
const table = (value: unknown): Table => (isRecord(value) ? value : {})
const tables = (value: unknown): Table[] => (Array.isArray(value) ? (value as Table[]) : [])
const wholes = (value: unknown): number[] =>
  value === undefined ? [] : Array.isArray(value) ? (value as number[]) : [value as number]
const number = (value: unknown): number | null => (typeof value === 'number' ? value : null)
const bool = (value: unknown): boolean | null => (typeof value === 'boolean' ? value : null)
