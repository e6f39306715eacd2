// The four forms of a French adjective of nationality, so that «la ministre ouzbèke» and «les autorités françaises» are found.

/** The forms of an adjective. In: the masculine, or masculine/feminine where no rule makes the feminine ("grec/grecque"). A first
 * part of a compound ("russo") has one form. */
export function frenchForms(entry: string): readonly string[] {
  const [masculine = '', given] = entry.split('/')
  if (/o$/u.test(masculine)) return [masculine]
  const feminine = given ?? feminineOf(masculine)
  return [...new Set([masculine, feminine, pluralOf(masculine), pluralOf(feminine)])]
}

function feminineOf(masculine: string): string {
  if (/e$/u.test(masculine)) return masculine
  if (/(?:[eé]en|ien|on)$/u.test(masculine)) return `${masculine}ne`
  return `${masculine}e`
}

function pluralOf(singular: string): string {
  return /[sxz]$/u.test(singular) ? singular : `${singular}s`
}
