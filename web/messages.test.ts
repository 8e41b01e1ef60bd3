/**
 * Messages of the screens: what was generated says what Fluent says, and how much text components still have.
 */

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { FluentBundle, FluentResource } from '@fluent/bundle'
import { parse } from 'svelte/compiler'
import { expect, test } from 'vitest'

type Values = Record<string, string | number>
type Text = string | ((values: Values) => string)
type Message = Text | Readonly<Record<string, Text>>

const SOURCES = '../content/messages/en'
const files = readdirSync(SOURCES).map((name) => name.replace(/\.ftl$/, ''))
const generated = import.meta.glob<Record<string, Message>>(
  './src/core/generated/messages-*.ts', { eager: true })

/** Texts and counts, so that each choice is made both ways. */
const SAMPLES = [1, 2, 0, 21, 'words']

test.each(files)('%s: the app says what Fluent makes of the file', (file) => {
  const bundle = new FluentBundle('en-GB', { useIsolating: false })
  const text = readFileSync(join(SOURCES, `${file}.ftl`), 'utf8')
  expect(bundle.addResource(new FluentResource(text))).toEqual([])
  const written = generated[`./src/core/generated/messages-${file}.ts`] ?? {}
  const ids = [...text.matchAll(/^([a-z][\w-]*) =/gm)].map(([, id]) => id ?? '')
  expect(Object.keys(written).sort()).toEqual(ids.map(camel).sort())
  for (const id of ids) {
    const message = bundle.getMessage(id)
    const mine = written[camel(id)]
    const pairs = typeof mine === 'object'
      ? Object.entries(mine).map(([name, own]) => [own, message?.attributes[name]] as const)
      : [[mine, message?.value] as const]
    for (const [own, pattern] of pairs)
      for (const sample of SAMPLES) {
        const values = same(sample)
        const theirs = pattern == null ? undefined : bundle.formatPattern(pattern, values)
        expect(typeof own === 'function' ? own(values) : own).toBe(theirs)
      }
  }
})

/** Every value that a message asks for is the sample. */
function same(value: string | number): Values {
  return new Proxy<Values>({}, {
    get: () => value,
    has: () => true,
    getOwnPropertyDescriptor: () => ({ configurable: true, enumerable: true, value }),
  })
}

function camel(id: string): string {
  return id.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())
}

/**
 * Texts in the components of each screen that are still to be moved into content/messages/en. These numbers
 * may only get smaller; a screen that is not here has none.
 */
const LEFT: Readonly<Record<string, number>> = {
  growth: 1, me: 3, routine: 1, 'sign-in': 2,
}

test('no component gets more text of its own: it belongs into content/messages/en', () => {
  const folder = './src/screens'
  const grown = readdirSync(folder).flatMap((screen) => {
    const count = componentsIn(join(folder, screen)).reduce((sum, path) => sum + textsIn(path), 0)
    return count > (LEFT[screen] ?? 0) ? [`${screen}: ${count}, before: ${LEFT[screen] ?? 0}`] : []
  })
  expect(grown).toEqual([])
})

function componentsIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.svelte')).map((name) => join(folder, name))
}

const SHOWN = new Set(['aria-label', 'title', 'placeholder', 'alt', 'label', 'over', 'value'])

/** Texts with letters between tags, and in attributes that are read out or shown. */
function textsIn(path: string): number {
  let count = 0
  const look = (node: unknown, shown: boolean): void => {
    if (Array.isArray(node)) { node.forEach((each) => { look(each, shown) }); return }
    if (typeof node !== 'object' || node === null) return
    const { type, name, data } = node as { type?: string; name?: string; data?: string }
    if (type === 'Text') { if (shown && /\p{L}{2}/u.test(data ?? '')) count += 1; return }
    const isShown = type === 'Attribute' ? SHOWN.has(name ?? '') : shown
    for (const [key, child] of Object.entries(node)) if (key !== 'parent') look(child, isShown)
  }
  look(parse(readFileSync(path, 'utf8'), { modern: true }).fragment, true)
  return count
}
