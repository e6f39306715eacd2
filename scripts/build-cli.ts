// Builds the command line into one file, out/cli/cli.js, so that it starts without looking for packages, and beside it the thread
// that converts documents, in pieces of which each kind of document loads its own.
import { build } from 'vite'
import { inProject, projectFolder } from './project.ts'

/** Builds both. Rejects when the sources do not build. Prints nothing else to standard output. */
export async function buildCommandLine(): Promise<void> {
  await buildInto('cli', inProject('main', 'cli.ts'), true)
  await buildInto('convert-worker', inProject('main', 'import', 'convert-worker.ts'), false)
}

async function buildInto(name: string, source: string, first: boolean): Promise<void> {
  await build({
    configFile: false,
    root: projectFolder,
    logLevel: 'warn',
    ssr: { noExternal: true },
    build: {
      ssr: true,
      target: 'node24',
      outDir: inProject('out', 'cli'),
      emptyOutDir: first,
      minify: false,
      rollupOptions: {
        input: { [name]: source },
        output: {
          format: 'es',
          entryFileNames: '[name].js',
          chunkFileNames: 'convert/[name].js',
          codeSplitting: !first,
        },
      },
    },
  })
}
