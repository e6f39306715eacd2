// The engine with the app's own data, for tests of what is built on it.
import { createTextReader } from '../main/text-reader.ts'

export const readText = createTextReader()
