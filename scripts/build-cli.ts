// Builds the command line into out/cli: cli.js, the thread that converts documents, and in parts/ what they share and what only some
// commands or some documents need, each loaded when it is. No package is looked for at the start.
import { build } from 'vite'
import { inProject, projectFolder } from './project.ts'

/** Builds both. Rejects when the sources do not build. Prints nothing else to standard output. */
export async function buildCommandLine(): Promise<void> {
  await build({
    configFile: false,
    root: projectFolder,
    logLevel: 'warn',
    ssr: { noExternal: true },
    build: {
      ssr: true,
      target: 'node24',
      outDir: inProject('out', 'cli'),
      emptyOutDir: true,
      minify: false,
      license: { fileName: 'LICENCES.md' },
      rollupOptions: {
        input: {
          cli: inProject('main', 'cli.ts'),
          'convert-worker': inProject('main', 'import', 'convert-worker.ts'),
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'parts/[name].js' },
      },
    },
  })
}
