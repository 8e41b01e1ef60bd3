/** The fault runner's phone, bundled for Node (tests/soak). */
import { defineConfig } from 'vite'

export default defineConfig({
  publicDir: false,
  build: {
    ssr: 'soak/phone.ts', target: 'node20', emptyOutDir: true,
    rollupOptions: { output: { entryFileNames: 'phone.js' } },
  },
  ssr: { noExternal: true },
})
