import { defineConfig } from 'electron-vite'

/**
 * What the desktop needs besides the screens, which renderer/vite.config.ts builds for both hosts. All of main lands in one flat folder: code that finds its migrations by `../../migrations` from
 * `main/<folder>/` finds them from `out/main/` too. A sandboxed preload must be one CommonJS file.
 */
export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      rolldownOptions: {
        input: {
          electron: 'main/electron.ts',
          'engine-process': 'main/engine-process.ts',
          'workbook-thread': 'main/workbook-thread.ts',
          'sheet-thread': 'main/sheet-thread.ts',
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      externalizeDeps: false,
      rolldownOptions: {
        input: { electron: 'preload/electron.ts' },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
})
