/**
 * A workout drawn on a canvas, in the look of the app: graphite or chalk, numbers as heroes, one hot colour
 * for records.
 */

import * as messages from '../../core/generated/messages-share'
import type { MassUnit } from '../../core/values/documents'
import type { Summary } from '../../data/journal/sharing'
import { inUnit, setText } from '../../ui/text/amounts'
import { saidOf, seriesWords } from '../../ui/text/words'
import { dateOf, titleOf, volumeText } from './words'

const [WIDTH, PAD, ROW] = [1080, 72, 132]
const ROOM = WIDTH - 2 * PAD - 64
/** More would be small print; the rest is counted. */
const MOST = 10
const FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, sans-serif'

type Colours = Record<'bg' | 'surface' | 'edge' | 'ink' | 'soft' | 'accent', string>

/** The picture as a PNG, 1080 pixels wide. */
export async function drawWorkout(summary: Summary, unit: MassUnit, notes: boolean): Promise<Blob> {
  const shown = summary.lines.slice(0, MOST)
  const note = notes ? (summary.workout.note ?? '') : ''
  const canvas = document.createElement('canvas')
  const ctx = canvas.getContext('2d')
  if (!ctx) throw new Error('The browser gives no canvas to draw on.')
  ctx.font = font(32)
  const noteLines = note === '' ? [] : wrapped(ctx, note, WIDTH - 2 * PAD).slice(0, 4)
  const more = summary.lines.length - shown.length
  const top = 430
  canvas.width = WIDTH
  canvas.height =
    top +
    shown.length * ROW +
    (more > 0 ? 60 : 0) +
    (noteLines.length > 0 ? noteLines.length * 44 + 40 : 0) +
    150
  const colours = coloursOf()
  ctx.fillStyle = colours.bg
  ctx.fillRect(0, 0, canvas.width, canvas.height)
  ctx.textBaseline = 'alphabetic'
  head(ctx, summary, unit, colours)
  let y = top
  card(ctx, y - 20, shown.length * ROW + (more > 0 ? 60 : 0) + 32, colours)
  for (const [n, line] of shown.entries()) {
    if (n > 0) rule(ctx, y, colours)
    exerciseRow(ctx, line, y, unit, colours)
    y += ROW
  }
  if (more > 0) text(ctx, messages.moreExercises({ count: more }), PAD + 32, y + 44, font(30), colours.soft)
  y += (more > 0 ? 60 : 0) + 84
  for (const line of noteLines) {
    text(ctx, line, PAD, y, font(32), colours.soft)
    y += 44
  }
  ctx.fillStyle = colours.accent
  ctx.fillRect(PAD, canvas.height - 82, 10, 40)
  text(ctx, 'Iron', PAD + 30, canvas.height - 50, font(36, 750), colours.ink)
  text(
    ctx, messages.loadsIn({ unit }), WIDTH - PAD, canvas.height - 50, font(26), colours.soft, 'right',
  )
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob) resolve(blob)
      else reject(new Error('The browser made no picture.'))
    }, 'image/png')
  })
}

/** One exercise: its name and best set, below it all sets and whether one is a record. */
function exerciseRow(
  ctx: CanvasRenderingContext2D, line: Summary['lines'][number], y: number, unit: MassUnit, colours: Colours,
): void {
  const words = setText(line.best, unit, saidOf(line.meaning))
  const right = WIDTH - PAD - 32
  const best = text(
    ctx, words, right, y + 64, font(48, 700), line.record ? colours.accent : colours.ink, 'right'
  )
  const name = cut(ctx, line.name, ROOM - best - 32, font(38, 650))
  text(ctx, name, PAD + 32, y + 62, font(38, 650), colours.ink)
  const won = line.record
    ? text(ctx, messages.pr, right, y + 108, font(29, 650), colours.accent, 'right') + 32
    : 0
  const sets = line.sets.map((set) => inUnit(set, unit))
  const series = cut(ctx, seriesWords(sets, unit, saidOf(line.meaning)), ROOM - won, font(29))
  text(ctx, series, PAD + 32, y + 108, font(29), colours.soft)
}

function head(ctx: CanvasRenderingContext2D, summary: Summary, unit: MassUnit, colours: Colours): void {
  text(ctx, dateOf(summary), PAD, 108, font(34), colours.soft)
  text(ctx, cut(ctx, titleOf(summary), WIDTH - 2 * PAD, font(68, 750)), PAD, 188, font(68, 750), colours.ink)
  const { workout, sets, volumeKg, records } = summary
  const minutes =
    workout.end === undefined
      ? 0
      : Math.round((Date.parse(`${workout.end}Z`) - Date.parse(`${workout.start}Z`)) / 60_000)
  const facts = [
    { number: String(sets), words: messages.sets({ count: sets }) },
    ...(volumeKg > 0 ? [{ number: volumeText(summary, unit), words: messages.lifted({ unit }) }] : []),
    ...(minutes > 0 && minutes < 24 * 60
      ? [{ number: String(minutes), words: messages.minutes({ count: minutes }) }] : []),
    ...(records.length > 0
      ? [{ number: String(records.length), words: messages.prs({ count: records.length }), isHot: true }]
      : []),
  ]
  let x = PAD
  for (const { number, words, isHot = false } of facts) {
    const wide = text(ctx, number, x, 312, font(84, 750), isHot ? colours.accent : colours.ink)
    const under = text(ctx, words, x, 362, font(30), colours.soft)
    x += Math.max(wide, under) + 56
  }
}

function card(ctx: CanvasRenderingContext2D, y: number, height: number, colours: Colours): void {
  ctx.beginPath()
  ctx.roundRect(PAD, y, WIDTH - 2 * PAD, height, 36)
  ctx.fillStyle = colours.surface
  ctx.fill()
  ctx.strokeStyle = colours.edge
  ctx.lineWidth = 2
  ctx.stroke()
}

function rule(ctx: CanvasRenderingContext2D, y: number, colours: Colours): void {
  ctx.fillStyle = colours.edge
  ctx.fillRect(PAD + 32, y, WIDTH - 2 * PAD - 64, 2)
}

/** Draw a text and return its width. */
function text(
  ctx: CanvasRenderingContext2D, words: string, x: number, y: number, how: string, colour: string,
  align: CanvasTextAlign = 'left',
): number {
  ctx.font = how
  ctx.fillStyle = colour
  ctx.textAlign = align
  ctx.fillText(words, x, y)
  return ctx.measureText(words).width
}

function cut(ctx: CanvasRenderingContext2D, words: string, room: number, how: string): string {
  ctx.font = how
  if (ctx.measureText(words).width <= room) return words
  let shortened = words
  while (shortened !== '' && ctx.measureText(`${shortened}…`).width > room) shortened = shortened.slice(0, -1)
  return `${shortened.trimEnd()}…`
}

function wrapped(ctx: CanvasRenderingContext2D, words: string, room: number): string[] {
  const lines: string[] = []
  for (const word of words.split(/\s+/)) {
    const longer = lines.length === 0 ? word : `${lines[lines.length - 1]} ${word}`
    if (lines.length > 0 && ctx.measureText(longer).width <= room) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines
}

function font(size: number, weight = 400): string {
  return `${weight} ${size}px ${FONT}`
}

function coloursOf(): Colours {
  const style = getComputedStyle(document.documentElement)
  const colour = (name: string) => style.getPropertyValue(`--${name}`).trim()
  return {
    bg: colour('bg'), surface: colour('surface'), edge: colour('edge'), ink: colour('ink'),
    soft: colour('soft'), accent: colour('accent'),
  }
}

