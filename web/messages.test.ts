/**
 * Messages of the screens: what was generated says what Fluent says, and how many words the code still has.
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
 * Words in the code that are still to be moved into content/messages/en, by folder of src: in the text and
 * the attributes of components, and in the strings of components and scripts. These numbers may only get
 * smaller; a folder that is not here has none.
 */
const LEFT: Readonly<Record<string, number>> = {
  'core/logic': 2, 'core/press': 8, 'core/rules': 98, 'islands/find.ts': 1, 'screens/builder': 1,
  'screens/growth': 1, 'screens/me': 3, 'screens/share': 1, 'screens/sign-in': 2, ui: 3,
}

/** Hundreds of files are parsed, however long this machine takes. */
const NO_LIMIT = 0

test('no code gets more words of its own: they belong into content/messages/en', () => {
  const counts = new Map<string, number>()
  for (const path of sources('./src')) {
    const folder = path.split('/').slice(1, path.startsWith('src/ui/') ? 2 : 3).join('/')
    const source = readFileSync(path, 'utf8')
    // Most scripts have no string that begins with a capital: they need not be parsed.
    if (path.endsWith('.ts') && !/['"`][“\p{Lu}][\p{Ll}“”’]/u.test(source)) continue
    counts.set(folder, (counts.get(folder) ?? 0) + wordsIn(source, path.endsWith('.ts')))
  }
  const changed = [...new Set([...counts.keys(), ...Object.keys(LEFT)])].sort().flatMap((folder) => {
    const [count, before] = [counts.get(folder) ?? 0, LEFT[folder] ?? 0]
    return count === before ? [] : [`${folder}: ${count}, before: ${before}`]
  })
  expect(changed.join('\n')).toBe('')
}, NO_LIMIT)

test.each([
  ['<p>Two words</p>', 1], ['<p title="Close"></p>', 1], ['<p class="Close"></p>', 0], ['<p>{words}</p>', 0],
  ["<p>{isOn ? 'On' : 'Off'}</p>", 2], ['<p>{`Week ${week}`}</p>', 1], ["<p>{at === 'Enter'}</p>", 0],
  ['<i style:transform="scaleX({share})"></i>', 0],
])('%s has %i words of its own', (component, count) => {
  expect(wordsIn(component, false)).toBe(count)
})

test.each([
  ["fail('Choose a plate.')", 1], ["fail('Choose ' + 'a plate.')", 1], ["type Kind = 'Choose'", 0],
  ["throw new Error('A case has workouts.')", 0], ["console.error('No disk.', problem)", 0],
  ["import plates from './Plates.svelte'", 0], ["headers.set('Content-Type', 'Iron/1')", 0],
])('%s has %i words of its own', (script, count) => {
  expect(wordsIn(script, true)).toBe(count)
})

/** Components and scripts, without tests and what is generated. */
function sources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(svelte|ts)$/.test(name) && !/\.(test|fixture|d)\.ts$|^core\/generated/.test(name))
    .map((name) => join(folder, name))
}

const SHOWN = new Set(['aria-label', 'title', 'placeholder', 'alt', 'label', 'over', 'under', 'value'])
/** A word or a sentence begins with a capital and has no signs of code; no keys, headers and browsers. */
const WORDS = /^[“\p{Lu}][\p{Ll}“”’][\p{L}\p{N}\s“”’'.,;:!?…–—()×%·]*$/u
const NAMES = new RegExp('^(Enter|Escape|Backspace|Tab|Page(Up|Down)|Arrow(Left|Right)|Android|Macintosh|' +
  String.raw`Google|Mozilla|Apple|Microsoft|\w+(Error|Channel|Manager|Credential|Stream))$`)

interface Part { type?: string; name?: string; data?: string; value?: unknown; operator?: string }

/** Texts with letters between tags, in attributes that are read out or shown, and in strings of the code. */
function wordsIn(source: string, isScript: boolean): number {
  let count = 0
  const look = (node: unknown, shown: boolean): void => {
    if (Array.isArray(node)) { node.forEach((each) => { look(each, shown) }); return }
    if (typeof node !== 'object' || node === null || isAside(node)) return
    const { type, name, data } = node as Part
    if (type === 'Text') { if (shown && /\p{L}{2}/u.test(data ?? '')) count += 1; return }
    const text = textOf(node)
    if (text !== null && WORDS.test(text) && !NAMES.test(text)) count += 1
    if (text !== null && type !== 'TemplateLiteral') return
    const isShown = type === 'Attribute' ? SHOWN.has(name ?? '') : shown
    for (const [key, child] of Object.entries(node)) if (key !== 'parent') look(child, isShown)
  }
  const { fragment, instance, module } = parse(
    isScript ? `<script lang="ts" module>\n${source}\n</script>` : source, { modern: true })
  look(fragment, true)
  look([instance?.content, module?.content], false)
  return count
}

/** Types, names of files, styles, and what only a developer reads. */
function isAside(node: object): boolean {
  type Called = { type?: string; name?: string; object?: { name?: string } }
  const { type, callee } = node as { type?: string; callee?: Called }
  return type === 'ImportDeclaration' || type === 'StyleDirective' ||
    (type?.startsWith('TSLiteral') ?? false) ||
    (type === 'NewExpression' && callee?.name === 'Error') ||
    (type === 'CallExpression' && (callee?.object?.name === 'console' || callee?.type === 'Super'))
}

/** A string with its values as a sign, of as many pieces as it is written in; null for anything else. */
function textOf(node: unknown): string | null {
  const { type, value, operator, ...rest } = node as Part
  if (type === 'Literal') return typeof value === 'string' ? value : null
  if (type === 'TemplateLiteral') {
    const { quasis } = rest as { quasis: { value: { cooked: string } }[] }
    return quasis.map((each) => each.value.cooked).join('×')
  }
  if (type !== 'BinaryExpression' || operator !== '+') return null
  const { left, right } = rest as { left: unknown; right: unknown }
  const [first, second] = [textOf(left), textOf(right)]
  return first === null || second === null ? null : first + second
}
