/** A machine as the form shows it, and back: unknown keys of the document stay as they were. */

import * as messages from '../../core/generated/messages-machines'
import type { Friction, Machine, MassUnit } from '../../core/values/documents'
import { massIn, massKg, shown } from '../../core/rules/loads/units'
import { platesBody, platesOf, type PlateChoice } from './weights'

export interface Form {
  name: string
  gym: string
  exercise: string
  unit: MassUnit
  kind: 'plates' | 'stack'
  /** Null: those of the gym. */
  plates: PlateChoice | null
  sides: 1 | 2
  stack: number[]
  /** In the unit of the machine. */
  base: string
  baseKnown: boolean
  angle: string
  /** Measured by the pull test. */
  friction?: Friction
  note: string
}

/** Defaults that the exercise's file gives for a new machine. */
export interface Usual { base_kg?: number; angle_deg?: number; sides?: number }

export function blank(exercise: string, unit: MassUnit, usual: Usual | undefined): Form {
  return {
    name: '', gym: '', exercise, unit, kind: 'plates',
    plates: null, sides: usual?.sides === 1 ? 1 : 2, stack: [],
    base: usual?.base_kg === undefined ? '' : inUnit(usual.base_kg, unit), baseKnown: false,
    angle: usual?.angle_deg === undefined ? '' : String(usual.angle_deg), note: '',
  }
}

export function toForm(machine: Machine): Form {
  const unit = machine.unit ?? 'kg'
  return {
    name: machine.name, gym: machine.gym ?? '', exercise: machine.exercise, unit,
    kind: machine.stack && machine.stack.length > 0 ? 'stack' : 'plates',
    plates: platesOf(machine.plates), sides: machine.sides === 1 ? 1 : 2,
    stack: [...(machine.stack ?? [])],
    base: machine.base_kg === undefined ? '' : inUnit(machine.base_kg, unit),
    baseKnown: machine.base_known ?? machine.base_kg !== undefined,
    angle: machine.angle_deg === undefined ? '' : String(machine.angle_deg),
    ...(machine.friction === undefined ? {} : { friction: machine.friction }), note: machine.note ?? '',
  }
}

/** The document of a form, or the sentence that says what to mend. */
export function toMachine(form: Form, before: Machine | undefined): Machine | string {
  const base = number(form.base)
  const angle = number(form.angle)
  if (form.name.trim() === '') return messages.machineNeedsName
  if (form.exercise === '') return messages.machineNeedsExercise
  if (base === null || (base !== undefined && massKg(base, form.unit) > 500))
    return messages.baseWrong({ unit: form.unit, high: Math.round(massIn(500, form.unit)) })
  if (angle === null || (angle !== undefined && angle > 90))
    return messages.angleWrong
  if (form.kind === 'stack' && form.stack.length === 0)
    return messages.stackEmpty
  if (form.kind === 'plates' && form.plates?.sizes.length === 0) return messages.platesEmpty
  const {
    plates: _plates, stack: _stack, base_kg: _base, angle_deg: _angle, friction: _friction, gym: _gym,
    note: _note,
    ...rest
  } = before ?? { v: 1 }
  const plates = form.plates ? { plates: platesBody(form.plates) } : {}
  const sameBase =
    before?.base_kg !== undefined && base !== undefined && inUnit(before.base_kg, form.unit) === form.base
  return {
    ...rest, v: before?.v ?? 1, name: form.name.trim(), exercise: form.exercise, unit: form.unit,
    ...(form.gym.trim() ? { gym: form.gym.trim() } : {}),
    ...(form.kind === 'stack' ? { stack: [...form.stack] } : { ...plates, sides: form.sides }),
    // What stood there is not rewritten by showing it in another unit.
    ...(base === undefined
      ? {}
      : { base_kg: sameBase ? before.base_kg : shown(massKg(base, form.unit)), base_known: form.baseKnown }),
    ...(angle === undefined ? {} : { angle_deg: angle }),
    ...(form.friction === undefined ? {} : { friction: form.friction }),
    ...(form.note.trim() ? { note: form.note.trim() } : {}),
  }
}

/** The machine as far as it says which plates go on. */
export function platesMachine(form: Form): Pick<Machine, 'unit' | 'plates' | 'sides' | 'base_kg'> {
  const base = number(form.base)
  return {
    unit: form.unit, sides: form.sides, ...(form.plates ? { plates: platesBody(form.plates) } : {}),
    ...(typeof base === 'number' ? { base_kg: massKg(base, form.unit) } : {}),
  }
}

/** A typed number; undefined when empty, null when it is none or below zero. */
function number(text: string): number | undefined | null {
  if (text.trim() === '') return undefined
  const value = Number(text.trim().replace(',', '.'))
  return Number.isFinite(value) && value >= 0 ? value : null
}

function inUnit(kg: number, unit: MassUnit): string {
  return String(shown(massIn(kg, unit)))
}
