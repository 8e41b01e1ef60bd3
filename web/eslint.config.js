import js from '@eslint/js'
import boundaries from 'eslint-plugin-boundaries'
import svelte from 'eslint-plugin-svelte'
import { defineConfig } from 'eslint/config'
import ts from 'typescript-eslint'

/** Which rooms of src/ a room may import; its own files always. The picture is in README.md. */
const PURE = ['values', 'rules', 'logic', 'press']
/** The rooms of src/data, each with those that it may import. */
const DATA = {
  store: [],
  server: ['store'],
  reading: ['store', 'server'],
  journal: ['store', 'server', 'reading'],
  copies: ['store', 'server'],
  phone: ['store', 'server', 'reading', 'copies'],
}
const dataRooms = Object.keys(DATA)
const MAY_IMPORT = {
  generated: [],
  values: ['generated'],
  rules: ['generated', 'values'],
  logic: ['generated', 'values', 'rules'],
  press: ['generated', 'values', 'rules'],
  ...Object.fromEntries(
    Object.entries(DATA).map(([room, others]) => [room, ['generated', ...PURE, ...others]]),
  ),
  ui: ['generated', ...PURE],
  picker: ['generated', ...PURE, ...dataRooms, 'ui'],
  screen: ['generated', ...PURE, ...dataRooms, 'ui', 'picker'],
  app: ['generated', 'values', ...dataRooms, 'ui'],
  islands: ['ui', 'rules'],
}

/** Names that say nothing about a value; docs/nomenclature.md has the words to use. */
const RIDDLES = '/^(one|found|told|kept|did|done|said|worked|took|gave|meant)$/'
const riddles = [
  `VariableDeclarator > Identifier.id[name=${RIDDLES}]`,
  `VariableDeclarator > ObjectPattern > Property > Identifier.value[name=${RIDDLES}]`,
  `VariableDeclarator > ArrayPattern > Identifier[name=${RIDDLES}]`,
  `:function > Identifier.params[name=${RIDDLES}]`,
  `:function > TSParameterProperty > Identifier[name=${RIDDLES}]`,
  `FunctionDeclaration > Identifier.id[name=${RIDDLES}]`,
].map((selector) => ({ selector, message: 'Name the value by what it is: docs/nomenclature.md.' }))

const policies = [
  ...Object.entries(MAY_IMPORT).map(([room, others]) => ({
    from: { element: { type: room } },
    allow: { to: { element: { types: { anyOf: others } } } },
  })),
  {
    from: { element: { types: { anyOf: ['screen', 'picker', 'app'] } } },
    allow: { to: { file: { categories: 'router' } } },
  },
  {
    from: { file: { categories: { anyOf: ['router', 'main'] } } },
    allow: { to: { element: { types: { anyOf: ['app', ...dataRooms, 'ui', 'screen'] } } } },
  },
  { from: { file: { categories: 'main' } }, allow: { to: { file: { categories: 'router' } } } },
]

export default defineConfig(
  js.configs.recommended,
  ts.configs.recommended,
  svelte.configs.recommended,
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser } },
  },
  {
    rules: {
      // TypeScript and svelte-check know names, types and accessibility better.
      'no-undef': 'off',
      'svelte/no-unused-svelte-ignore': 'off',
      // A Map that is filled and read inside one computation needs no signals.
      'svelte/prefer-svelte-reactivity': 'off',
      'svelte/prefer-writable-derived': 'off',
      '@typescript-eslint/no-unused-vars': ['error', {
        argsIgnorePattern: '^_', varsIgnorePattern: '^_', destructuredArrayIgnorePattern: '^_',
      }],
      'max-lines-per-function': ['error', { max: 50 }],
      // Sentences for the lifter stay in one piece.
      'max-len': ['error', {
        code: 110, ignoreUrls: true,
        ignoreRegExpLiterals: true,
      }],
    },
  },
  { files: ['**/*.svelte'], rules: { 'max-lines': ['error', 250] } },
  { files: ['**/*.ts'], rules: { 'max-lines': ['error', 400] } },
  {
    ignores: ['src/core/generated/**'],
    rules: { 'no-restricted-syntax': ['error', ...riddles] },
  },
  { files: ['**/*.test.ts'], rules: { 'max-lines-per-function': 'off' } },
  {
    files: ['src/**'],
    plugins: { boundaries },
    settings: {
      'import/resolver': { node: { extensions: ['.ts', '.svelte.ts', '.svelte'] } },
      'boundaries/include': ['src/**/*.{ts,svelte}'],
      'boundaries/elements': [
        ...['generated', ...PURE].map((room) => ({ type: room, pattern: `src/core/${room}` })),
        ...dataRooms.map((room) => ({ type: room, pattern: `src/data/${room}` })),
        ...['ui', 'picker', 'app', 'islands'].map((room) => ({ type: room, pattern: `src/${room}` })),
        // Each screen is a room of its own: none imports another.
        { type: 'screen', pattern: 'src/screens/*' },
      ],
      'boundaries/files': [
        { category: 'router', pattern: 'src/router.svelte.ts' },
        { category: 'main', pattern: 'src/main.ts' },
      ],
    },
    rules: {
      'boundaries/no-unknown-files': 'error',
      'boundaries/dependencies': ['error', { default: 'disallow', policies }],
    },
  },
)
