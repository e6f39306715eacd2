// Size limits of texts: generous for real briefings (a 400-page book is about 1 MB), small enough that nothing stalls.

/** Largest text that is read in, in UTF-16 units: 5 million. */
export const largestText = 5_000_000
/** Largest text file that is opened, in bytes: 20 MB (UTF-8 may take four bytes a character). */
export const largestFile = 20_000_000
/** Most files that are read in at once. */
export const mostFilesAtOnce = 1_000
/** Largest number of bytes of files that are dropped at once: 200 MB, since all of them cross to main together. */
export const largestDrop = 200_000_000
/** Largest annotation file that is opened, in bytes: 100 MB, a few hundred thousand notes. */
export const largestAnnotations = 100_000_000
