// Where the built command line is; apart from what builds it, so that running it loads no build tool.
import { inProject } from './project.ts'

/** Absolute path of the built command line. */
export const builtCommandLine = inProject('out', 'cli', 'cli.js')
