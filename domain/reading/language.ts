// Which language a text is in.

/** In: normalised text. Out: BCP 47 primary language subtag, or "und". */
export function languageOf(text: string): string {
  return /\b(?:the|of|and)\b.*\b(?:the|of|and)\b/isu.test(text.slice(0, 20_000)) ? 'en' : 'und'
}
