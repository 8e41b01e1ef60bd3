/** No module imports itself by way of others, and no folder of core and data does. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'

type Graph = Map<string, Set<string>>

const SRC = resolve('src')

/** Source files below a folder, without tests. */
function sources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((file) => /\.(ts|svelte)$/.test(file) && !file.endsWith('.test.ts') && statSync(file).isFile())
}

/** What a file imports: TypeScript reads the script of a component as it reads a module. */
function importsOf(file: string, known: ReadonlySet<string>): string[] {
  const text = readFileSync(file, 'utf8')
  const code = file.endsWith('.svelte')
    ? [...text.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map((match) => match[1]).join('\n')
    : text
  return ts
    .preProcessFile(code)
    .importedFiles.filter(({ fileName }) => fileName.startsWith('.'))
    .map(({ fileName }) => resolve(dirname(file), fileName))
    .flatMap((target) => [target, `${target}.ts`, `${target}.svelte.ts`].filter((path) => known.has(path)))
}

function graphOf(files: readonly string[]): Graph {
  const known = new Set(files)
  return new Map(files.map((file) => [file, new Set(importsOf(file, known))]))
}

/** The same edges between folders. */
function byFolder(graph: Graph): Graph {
  const folders: Graph = new Map()
  for (const [file, targets] of graph) {
    const own = folders.get(dirname(file)) ?? new Set()
    for (const target of targets) if (dirname(target) !== dirname(file)) own.add(dirname(target))
    folders.set(dirname(file), own)
  }
  return folders
}

/** The first circle found, as a path that ends where it begins; empty without one. */
function circle(graph: Graph): string[] {
  const state = new Map<string, 'open' | 'closed'>()
  const path: string[] = []
  function visit(node: string): string[] {
    if (state.get(node) === 'closed') return []
    if (state.get(node) === 'open') return [...path.slice(path.indexOf(node)), node]
    state.set(node, 'open')
    path.push(node)
    for (const target of graph.get(node) ?? []) {
      const rest = visit(target)
      if (rest.length > 0) return rest
    }
    path.pop()
    state.set(node, 'closed')
    return []
  }
  for (const node of graph.keys()) {
    const nodes = visit(node)
    if (nodes.length > 0) return nodes.map((name) => relative(SRC, name))
  }
  return []
}

describe('imports', () => {
  // A part of the program builder holds rows of parts: components may hold each other.
  const modules = sources(SRC).filter((file) => file.endsWith('.ts'))

  test('no module is part of a circle', () => {
    expect(circle(graphOf(modules))).toEqual([])
  })

  test.each(['core', 'data'])('no folder of %s is part of a circle', (room) => {
    expect(circle(byFolder(graphOf(sources(join(SRC, room)))))).toEqual([])
  })

  test('a circle is found', () => {
    const graph = new Map([['a', new Set(['b'])], ['b', new Set(['c'])], ['c', new Set(['b'])]])
    expect(circle(graph)).toHaveLength(3)
  })
})
