// Whether a text is Markdown. Any text may hold a star or a # of its own, so that its marks are only taken for Markdown's where its
// name says so as well: the one place where a name counts, and it decides no more than how a text's own marks are shown.

const signs =
  /^#{1,6} \S|^(?:[-*+]|\d{1,3}[.)]) \S|\*\*\S[^*\n]{0,500}\*\*|\[[^\]\n]{1,300}\]\([^)\s]{1,500}\)|^\|.{1,500}\|$|^> /mu

/** True for a text that is named as Markdown and has its marks. In: the file's bare name and its decoded text. */
export function isMarkdown(file: string, text: string): boolean {
  return /\.(?:md|markdown|mdown)$/iu.test(file) && signs.test(text.replace(/\r\n?/gu, '\n').slice(0, 200_000))
}
