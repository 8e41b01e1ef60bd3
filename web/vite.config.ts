import { svelte } from '@sveltejs/vite-plugin-svelte'
import { loadEnv } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'
import { defineConfig } from 'vitest/config'
import { preloadFirstScreen } from './first-paint'

/** The app lives below /app/ on every Iron server; the Python package serves what is built here. */
const BASE = '/app/'
/** Where `make dev` serves the API. */
const SERVER = `http://127.0.0.1:${loadEnv('', '.', 'PORT')['PORT'] ?? '8000'}`

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
      output: {
        codeSplitting: {
          // The log, with all its first paint needs, comes in one request. So do its sheets, when the page is
          // idle; every other screen when it is first opened.
          groups: [
            { name: 'app', priority: 2, test: /src\/(main\.ts|screens\/log\/Log\.svelte)|rolldown\/runtime/ },
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
    preloadFirstScreen(BASE),
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
