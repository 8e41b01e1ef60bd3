import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'vite'

/**
 * Parts of the app that stand alone on the server's own pages. The entry has a stable name, what it loads is
 * named by its content.
 */
export default defineConfig({
  base: '/app/',
  publicDir: false,
  build: {
    outDir: '../src/iron/server/dist/app',
    // The app was built into the same folder a moment before.
    emptyOutDir: false,
    target: 'es2022',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: { press: 'src/islands/press.ts' },
      output: {
        entryFileNames: 'islands/[name].js',
        chunkFileNames: 'assets/island-[name]-[hash].js',
        assetFileNames: 'assets/island-[name]-[hash][extname]',
      },
    },
  },
  plugins: [svelte()],
})
