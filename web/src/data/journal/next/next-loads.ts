/**
 * What comes next on the lines of a day or a workout: the one engine, asked as `iron next` asks it. The twin
 * of `iron.journal.next_sets` and `plans`.
 */

import * as messages from '../../../core/generated/messages-programs'
import { NO_MACHINE } from '../../../core/generated/tables'
import type { BlockSlot } from '../../../core/rules/plan/block'
import { keyOf, lineKey, parseKey } from '../../../core/rules/history/lines'
import type { MassUnit } from '../../../core/rules/loads/units'
import type { Prescription, Wanted } from '../../../core/rules/prescription/model'
import { prescribe } from '../../../core/rules/prescription/prescribe'
import type { SlotTargets } from '../../../core/rules/programs/targets'
import { unlikelyWords, wantedOfTargets } from '../../../core/rules/programs/wanted'
import type { Upcoming } from '../../../core/logic/programs/upcoming'
import { messageOf } from '../../../core/rules/prescription/telling'
import { slotWords } from '../../../core/logic/programs/target-words'
import { inOrder, kindOf, type Entry, type Setup, type Workout } from '../../../core/values/documents'
import { caseFor, groundFor, measuredFor, saysNothing, type Ground } from '../../reading/strength/advice'
import { yieldToEventLoop } from '../../store/pauses'
import { read } from '../../store/store'
import { gymNamed } from '../gyms'
import { plannedFrom, wantedOf } from './planned'

export interface NextLoad {
  readonly line: string
  readonly answer: Pick<Prescription, 'rule' | 'sets'> & Partial<Prescription>
  /** "62.5 kg", "body weight + 5 kg"; the load alone, a hold, a carry or a run as a whole. */
  readonly load: string
  /** "Next time: 62.5 kg for 8–10 reps." */
  readonly brief: string
  /** Why. */
  readonly sentence: string
  /** The chance of a load that a program sets, in words; '' where it is likely or the engine's own. */
  readonly unlikely?: string
}

/** The next load of each slot of a block's day, by slot; without those of which nothing is known. */
export async function loadsOfDay(
  slots: readonly BlockSlot[], deload: boolean, on: string,
): Promise<ReadonlyMap<string, NextLoad>> {
  const loads = new Map<string, NextLoad>()
  for (const slot of slots) {
    const ground = await groundOn(slot.exercise, on)
    const load = await nextOn(ground, lineFor(ground, slot.setup ?? {}), wantedOf(slot, deload), on)
    if (load) loads.set(slot.id, load)
    await yieldToEventLoop()
  }
  return loads
}

/**
 * The engine's answer for each slot of a program's session, by slot: its load where the program names none,
 * and the chance of the program's own; without those of which nothing is known.
 */
export async function loadsOfSession(
  slots: readonly SlotTargets[], unit: MassUnit, on: string,
): Promise<ReadonlyMap<string, NextLoad>> {
  const loads = new Map<string, NextLoad>()
  for (const slot of slots) {
    const wanted = wantedOfTargets(slot, unit)
    if (!wanted) continue
    const ground = await groundOn(slot.exercise, on)
    const load = await nextOn(ground, lineFor(ground, slot.setup ?? {}), wanted, on)
    const chance = wanted.load_kg === null ? null : load?.answer.chance
    if (load) loads.set(slot.slot, { ...load, unlikely: unlikelyWords(ground.sentences, chance) })
    await yieldToEventLoop()
  }
  return loads
}

/** What comes next in words. */
export type NextWords = Pick<NextLoad, 'brief' | 'sentence'> & Partial<NextLoad>

/**
 * What comes next after a workout, by exercise, and by entry where a running program says it: on the line
 * that was done last. Without exercises that a later workout has done again: what was next then is history.
 */
export async function nextAfter(
  id: string, workout: Workout, today: string,
): Promise<ReadonlyMap<string, NextWords>> {
  const loads = new Map<string, NextWords>()
  const program = await programOf(workout)
  const asked = await plannedFrom(today, id)
  for (const entry of inOrder(workout.entries)) {
    if (!entry.sets.some((set) => kindOf(set) === 'working')) continue
    const ground = await groundOn(entry.exercise, today)
    const newest = ground.sets.at(-1)
    if (newest?.workout !== id) continue
    const line = keyOf(newest, ground.exercise.facts.splitting)
    const coming = program?.coming.get(entry.slot ?? '')
    if (program && coming) {
      loads.set(entry.id, await nextInProgram(ground, line, entry, coming, program.unit, today))
      continue
    }
    const wanted = asked.find(({ exercise, setup }) =>
      exercise === ground.exercise.id && lineFor(ground, setup) === line)?.wanted
    const load = await nextOn(ground, line, wanted ?? null, today)
    if (load) loads.set(entry.exercise, load)
    await yieldToEventLoop()
  }
  return loads
}

/** The running program of a workout, with the sessions in which its slots come next. */
async function programOf({ run }: Workout) {
  const doc = run && (await read('run', run.id))
  if (!doc) return null
  return { unit: doc.body.unit, coming: await (await import('../runs')).comingSlots(doc.id) }
}

async function nextInProgram(
  ground: Ground, line: string, entry: Entry, { day, place, slots, weeks }: Upcoming, unit: MassUnit,
  on: string,
): Promise<NextWords> {
  const slot = slots.find((row) => row.slot === entry.slot)
  if (!slot) throw new Error('A slot that comes next is in its session.')
  const wanted = wantedOfTargets(slot, unit)
  const isOpen = slot.sets.some(({ load }) => load === null)
  const load = isOpen && wanted ? (await nextOn(ground, line, wanted, on))?.load : undefined
  const when = weeks > 1 ? messages.dayOfWeek({ day, week: place.week }) : day
  const brief = messages.nextInProgram({ when, sets: slotWords(slot, unit, load) })
  return { brief, sentence: '' }
}

/** Everything until the end of a day, workouts that run included. */
function groundOn(exercise: string, on: string): Promise<Ground> {
  return groundFor(exercise, '', { start: `${on}T23:59:59` })
}

async function nextOn(
  ground: Ground, line: string, wanted: Wanted | null, on: string,
): Promise<NextLoad | null> {
  const { exercise, chosen, sentences } = ground
  const measured = measuredFor(ground, { line, on, wanted })
  if (measured) {
    const { answer, message } = measured
    if (!answer.aim) return null
    return {
      line, answer: { rule: answer.rule, sets: answer.sets }, sentence: sentences.render(message),
      load: sentences.render({ code: 'brief-aim', values: message.values }),
      brief: sentences.render({ code: 'brief-next-aim', values: message.values }),
    }
  }
  const { machine } = parseKey(line)
  const last = ground.sets.findLast((set) => keyOf(set, exercise.facts.splitting) === line)
  const at = machine === NO_MACHINE ? undefined : (await read('machine', machine))?.body
  const given = caseFor(ground, {
    line, on, wanted, machine: at, gym: await gymNamed(at?.gym || (last && ground.gyms.get(last.workout))),
  })
  const answer = prescribe(given)
  if (answer.load_kg === null || saysNothing(exercise, answer)) return null
  const message = messageOf(given, answer, chosen.unit ?? given.unit, sentences.has)
  return {
    line, answer, sentence: sentences.render(message),
    load: sentences.render({ code: 'brief-load', values: message.values }),
    // The number of a band is no mass.
    brief: sentences.render({
      code: exercise.facts.loadMeaning === 'band' ? 'brief-next-reps' : 'brief-next', values: message.values,
    }),
  }
}

/** The line used last that fits a setup; the line of the setup itself where none does. */
function lineFor({ exercise, sets }: Ground, setup: Setup): string {
  const { id, splitting } = exercise.facts
  const asked = parseKey(lineKey(id, null, 'both', setup, splitting)).setup.filter(([name]) => name in setup)
  const fits = (line: string) => {
    const used = new Map(parseKey(line).setup)
    return asked.every(([name, value]) => used.get(name) === value)
  }
  const last = sets.findLast((set) => fits(keyOf(set, splitting)))
  return last ? keyOf(last, splitting) : lineKey(id, null, 'both', setup, splitting)
}
