/**
 * Every function of rules/ runs in Python too, so it has shared cases in spec/: a test that reads them names
 * it, or it works inside one that such a test names. What only the phone runs lives in logic/.
 */
import { expect, test } from 'vitest'

const texts = new Map(Object.entries(
  import.meta.glob<string>('./**/*.ts', { query: '?raw', import: 'default', eager: true }),
).map(([path, text]) => [path.replace('./', ''), text]))

const wordsOf = (text: string) => new Set(text.match(/\b[A-Za-z]\w*\b/g) ?? [])

interface Rule {
  readonly file: string
  readonly name: string
  readonly exported: boolean
  readonly uses: ReadonlySet<string>
}

/** The top-level functions and constants of a file, each with the words of its text. */
function rulesOf(file: string, text: string): Rule[] {
  return text.split(/^(?=export |function |async function |class |const )/m).flatMap((part) => {
    const name = /^(?:export )?(?:async )?(?:function\*?|class|const) (\w+)/.exec(part)?.[1]
    const exported = /^export (?:async )?function/.test(part)
    return name === undefined ? [] : [{ file, name, exported, uses: wordsOf(part) }]
  })
}

const rules = [...texts]
  .filter(([name]) => !name.endsWith('.test.ts'))
  .flatMap(([name, text]) => rulesOf(name, text))

/** What tests with shared cases name, and what works inside that. */
function covered(): ReadonlySet<Rule> {
  const named = new Set([...texts]
    .filter(([name, text]) => name.endsWith('.test.ts') && /['"][./]*\/spec\//.test(text))
    .flatMap(([, text]) => [...wordsOf(text)]))
  const reached = new Set(rules.filter((rule) => named.has(rule.name)))
  for (const rule of reached) {
    for (const other of rules) {
      const seen = other.file === rule.file || other.exported || /^[A-Z]/.test(other.name)
      if (seen && rule.uses.has(other.name)) reached.add(other)
    }
  }
  return reached
}

test('every rule that Python has too has shared cases', () => {
  const reached = covered()
  const without = rules
    .filter((rule) => rule.exported && !reached.has(rule))
    .map(({ file, name }) => `${file}: ${name}`)
  expect(without.sort()).toEqual([])
})
