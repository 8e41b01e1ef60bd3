/** The walls of eslint.config.js hold: each of these imports is refused. */
import { ESLint } from 'eslint'
import { expect, test } from 'vitest'

const eslint = new ESLint()

async function refused(file: string, from: string): Promise<boolean> {
  const code = `import { a } from '${from}'\na()\n`
  const [result] = await eslint.lintText(
    file.endsWith('.svelte') ? `<script lang="ts">\n${code}</script>\n` : code, { filePath: file }
  )
  return result?.messages.some((message) => message.ruleId === 'boundaries/dependencies') ?? false
}

test.each([
  ['ui knows no data', 'src/ui/x.svelte', '../data/store/store'],
  ['data knows no ui', 'src/data/journal/x.ts', '../../ui/toast.svelte'],
  ['rules know no storage', 'src/core/rules/history/x.ts', '../../../data/store/store'],
  ['rules know nothing of the phone', 'src/core/rules/history/x.ts', '../../logic/draft'],
  ['logic knows no component', 'src/core/logic/x.ts', '../../ui/text/words'],
  ['a screen imports no other screen', 'src/screens/me/x.ts', '../log/state/reducer'],
  ['a screen does not know the shell', 'src/screens/me/x.ts', '../../app/App.svelte'],
  ['the store knows no other data', 'src/data/store/x.ts', '../reading/marks'],
  ['the server knows no copies', 'src/data/server/x.ts', '../copies/export'],
  ['reading writes nothing', 'src/data/reading/x.ts', '../journal/log-edits'],
  ['data knows no address', 'src/data/journal/x.ts', '../../router.svelte'],
])('%s', async (_, file, from) => {
  expect(await refused(file, from)).toBe(true)
})

test.each([
  ['a screen reads data', 'src/screens/me/x.ts', '../../data/store/store'],
  ['the journal reads', 'src/data/journal/x.ts', '../reading/marks'],
  ['a screen imports its own files', 'src/screens/log/rest/x.ts', '../state/reducer'],
  ['rules use each other', 'src/core/rules/history/x.ts', '../loads/units'],
])('%s', async (_, file, from) => {
  expect(await refused(file, from)).toBe(false)
})
