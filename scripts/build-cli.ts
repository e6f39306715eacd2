// Builds the command line into one file, out/cli/cli.js, so that it starts without looking for packages.
import { build } from 'vite'
import { inProject, projectFolder } from './project.ts'

/** Builds it. Rejects when the sources do not build. Prints nothing else to standard output. */
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
      rollupOptions: {
        input: { cli: inProject('main', 'cli.ts') },
        output: { format: 'es', entryFileNames: '[name].js', codeSplitting: false },
      },
    },
  })
}
