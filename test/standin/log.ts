// What the stand-in has to say goes to stderr in one form, so that a test can look for it.

/** Writes one line that begins with `standin:`. */
export const say = (text: string): void => {
  process.stderr.write(`standin: ${text}\n`)
}
