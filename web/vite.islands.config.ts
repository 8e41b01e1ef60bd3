import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'vite'

/**
 * Parts of the app that stand alone on the server's own pages and on those of `iron site`. The entries have
 * stable names, what they load is named by its content.
 */
export default defineConfig({
  // Relative, because a site without a server may lie in any folder.
  base: './',
  publicDir: false,
  build: {
    outDir: '../src/iron/server/dist/app',
    // The app was built into the same folder a moment before.
    emptyOutDir: false,
    target: 'es2022',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: { press: 'src/islands/press.ts', find: 'src/islands/find.ts' },
      output: {
        entryFileNames: 'islands/[name].js',
        chunkFileNames: 'assets/island-[name]-[hash].js',
        assetFileNames: 'assets/island-[name]-[hash][extname]',
      },
    },
  },
  plugins: [svelte()],
})
