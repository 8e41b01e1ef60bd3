/** What a session changed in its program, for screens. Call these while a component is being set up. */

import type { ProgramNews } from '../../../core/logic/programs/news'
import { ruleWords } from '../../../core/logic/programs/rule-words'
import { slotName, slotWords, unlikelyNext } from '../../../core/logic/programs/target-words'
import { changeMessage } from '../../../core/rules/programs/change-message'
import type { Place } from '../../../core/rules/programs/model'
import type { Workout } from '../../../core/values/documents'
import { exercises } from '../../reading/names.svelte'
import { sentences } from '../../reading/sentences'
import { live, ofKinds } from '../../store/live.svelte'
import { edit, read } from '../../store/store'
import { liveSessionLoads } from './live-loads.svelte'
import { changesOf, questionsOf, standing, type Standing } from '../runs'

/** The news of a workout; null where it follows no program. */
export function liveProgramNews(
  of: () => { id: string; workout: Workout | undefined },
): { readonly value: ProgramNews | null } {
  const catalog = exercises()
  const run = $derived(of().workout?.run?.id)
  const progress = live(
    () => {
      const [id, asked] = [of().id, run]
      return async () => {
        const doc = asked === undefined ? undefined : await read('run', asked)
        if (!doc) return null
        const [next, changes] = await Promise.all([standing(doc), changesOf(id, doc.id)])
        return { next, changes, sentences: await sentences() }
      }
    },
    ofKinds(['run', 'workout', 'machine', 'gym', 'exercise']),
  )
  const loads = liveSessionLoads(() => progress.value?.next)
  const nameOf = (next: Standing, lift: string) => {
    const known = next.fold.program.lifts.get(lift)
    return known?.name || (known ? catalog.find(known.exercise).name : lift)
  }
  const value = $derived.by((): ProgramNews | null => {
    const { workout } = of()
    if (!progress.value || !workout?.run) return null
    const { next, changes, sentences: words } = progress.value
    const { unit, name } = next.doc.body
    // A later session has said since what comes next.
    const targets = isSame(next.fold.last, workout.run) ? next.targets : []
    return {
      name,
      changes: changes.map((change) => ({
        words: `${nameOf(next, change.lift)}: ${words.phrase(changeMessage(change, unit))}`,
        rule: ruleWords(change.rule, words.phrase),
      })),
      unlikely: targets.flatMap((slot) => {
        const chance = loads.value?.get(slot.slot)?.unlikely
        const called = slotName(slot, catalog.find(slot.exercise).name)
        return chance ? [unlikelyNext(called, slotWords(slot, unit), chance)] : []
      }),
      questions: questionsOf(next.doc.body).map((question) => ({
        ...question, value: workout.run?.answers?.[question.id] ?? '',
      })),
    }
  })
  return { get value() { return value } }
}

const isSame = (last: Place | null, { cycle, week, day }: Place): boolean =>
  last?.cycle === cycle && last.week === week && last.day === day

/** Write the answer to a question of the program into its session; its rules act on it. */
export async function answerQuestion(id: string, question: string, value: string): Promise<void> {
  const change = (body: Workout): Workout =>
    body.run ? { ...body, run: { ...body.run, answers: { ...body.run.answers, [question]: value } } } : body
  await edit('workout', id, change)
}
