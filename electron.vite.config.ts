// Builds main (ESM), preload (one CommonJS file, as the sandbox needs) and the window. Dependencies are bundled, so the
// package ships `out/` alone.
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

/** The licences of what is bundled stand beside it, as most of them ask. */
const license = { fileName: 'LICENCES.md' }

export default defineConfig({
  main: {
    build: {
      externalizeDeps: false,
      license,
      // Worker threads are files of their own beside main's: main starts them by their path when a text comes in.
      rollupOptions: {
        input: {
          index: 'main/index.ts',
          'reading-worker': 'main/reading-worker.ts',
          'key-worker': 'main/library/sealing/key-worker.ts',
          'convert-worker': 'main/import/convert-worker.ts',
        },
      },
    },
  },
  preload: {
    build: {
      externalizeDeps: false,
      rollupOptions: {
        input: { index: 'main/preload/index.ts' },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'renderer',
    plugins: [react()],
    build: {
      // Every asset a file of its own: the content security policy allows no data: fonts or scripts.
      assetsInlineLimit: 0,
      minify: true,
      license,
      modulePreload: { polyfill: false },
      rollupOptions: { input: 'renderer/index.html' },
    },
  },
})
