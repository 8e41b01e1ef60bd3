import { svelte } from '@sveltejs/vite-plugin-svelte'
import { loadEnv, type Plugin } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'
import { defineConfig } from 'vitest/config'

/** The app lives below /app/ on every Iron server; the Python package serves what is built here. */
const BASE = '/app/'
/** Where `make dev` serves the API. */
const SERVER = `http://127.0.0.1:${loadEnv('', '.', 'PORT')['PORT'] ?? '8000'}`

/**
 * Chromium compiles all functions of a file that begins so beside the main thread, while it comes, and not
 * one by one when each is first called. To other browsers it is a comment.
 */
const COMPILED_AT_ONCE = '//# allFunctionsCalledOnLoad\n'

/** The files of the first screens begin with it, after everything that Vite writes into them. */
const compiledAtOnce: Plugin = {
  name: 'compiled-at-once',
  enforce: 'post',
  generateBundle: {
    order: 'post',
    handler: (_options, bundle) => {
      for (const file of Object.values(bundle))
        if (file.type === 'chunk' && ['app', 'log', 'sheets'].includes(file.name))
          file.code = COMPILED_AT_ONCE + file.code
    },
  },
}

export default defineConfig({
  base: BASE,
  publicDir: 'public',
  build: {
    outDir: '../src/iron/server/dist/app',
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    // The server's content security policy has no `data:`, so nothing is inlined.
    assetsInlineLimit: 0,
    rolldownOptions: {
      // A file that was meant to come later came with the first load: that is a fault, not a remark.
      onLog(level, log, handler) {
        if (log.code === 'INEFFECTIVE_DYNAMIC_IMPORT') throw new Error(log.message)
        handler(level, log)
      },
      output: {
        codeSplitting: {
          // The first screens (the log without a workout, Today without a journal) come in one request, the
          // log with its engine in a second one. Its sheets come when the page is idle, every other screen
          // when it is first opened.
          groups: [
            {
              name: 'app', priority: 3,
              test: /src\/(main\.ts|screens\/(log\/LogPage|today\/TodayPage)\.svelte)|rolldown\/runtime/,
            },
            { name: 'log', priority: 2, test: /src\/screens\/log\/Log\.svelte/ },
            {
              name: 'sheets', priority: 1,
              test: /src\/(screens\/log\/sheets\/\w+Sheet|picker\/(Picker|InfoSheet))\.svelte/,
            },
          ],
        },
      },
    },
  },
  server: { host: '127.0.0.1', proxy: { '/api': SERVER, '/_allauth': SERVER } },
  plugins: [
    svelte(),
    compiledAtOnce,
    VitePWA({
      registerType: 'prompt',
      injectRegister: null,
      manifestFilename: 'manifest.webmanifest',
      includeAssets: [],
      manifest: {
        id: BASE,
        name: 'Iron',
        short_name: 'Iron',
        description: 'The training log that knows the exercise.',
        start_url: BASE,
        scope: BASE,
        display: 'standalone',
        background_color: '#101214',
        theme_color: '#101214',
        categories: ['fitness', 'sports', 'health'],
        icons: [
          { src: 'icon.svg', sizes: 'any', type: 'image/svg+xml' },
          { src: 'icon-192.png', sizes: '192x192', type: 'image/png' },
          { src: 'icon-512.png', sizes: '512x512', type: 'image/png' },
          { src: 'icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
        ],
        shortcuts: [{ name: 'Log a workout', url: `${BASE}log` }],
      },
      workbox: {
        // A tap on the rest's notification.
        importScripts: ['rest-sw.js'],
        // The first visit is already controlled, so the second one works without signal.
        clientsClaim: true,
        skipWaiting: false,
        cleanupOutdatedCaches: true,
        globPatterns: [
          '**/*.{js,css,html,svg}', 'icon-192.png', 'content/index.json', 'content/aliases.json',
          'content/{choose,carryover,compare}.json', 'content/programs.json',
          'content/leg-press-45{,.facts}.json',
        ],
        navigateFallback: `${BASE}index.html`,
        navigateFallbackAllowlist: [new RegExp(`^${BASE}`)],
        runtimeCaching: [
          {
            // Guides and the demo: kept when first opened, refreshed behind the lifter's back.
            urlPattern: /\/app\/content\/.*\.json$/,
            handler: 'StaleWhileRevalidate',
            options: { cacheName: 'iron-content', cacheableResponse: { statuses: [200] } },
          },
        ],
      },
    }),
  ],
  test: {
    environment: 'node',
    // A limit for what hangs, wide enough for a loaded machine.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    include: ['src/**/*.test.ts', '*.test.ts'],
  },
})
