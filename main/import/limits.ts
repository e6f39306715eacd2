// What a document may cost before it is refused. Real briefings stay far below; a file made to hurt reaches one of these first.
// The sizes of the file itself and of the text that comes out: domain/text/limits.ts.

/** Longest conversion of one document, in milliseconds. */
export const longestConversion = 20_000
/** JavaScript memory of a conversion, in megabytes (2^20 bytes). */
export const conversionHeap = 512
/** Memory of a conversion outside that (buffers of unpacked streams), in bytes: 768 MB. */
export const conversionBuffers = 768_000_000
/** How often that memory is looked at, in milliseconds. */
export const memoryWatch = 50

/** Deepest nesting of elements in a page; real ones stay below 200. */
export const deepestPage = 1_000

/** Files in a Word document (its texts, styles and pictures). */
export const mostPackageFiles = 5_000
/** Unpacked size of all files in a Word document, in bytes: 500 MB; pictures count, though they are never unpacked. */
export const largestPackage = 500_000_000
/** Unpacked size of one text in a Word document, in bytes: 40 MB. */
export const largestPart = 40_000_000
/** A part larger than a megabyte that shrank by more than this many times was made to hurt. Long tables reach fifty. */
export const highestRatio = 200

/** E-mails inside one another. */
export const deepestMail = 10
/** E-mails side by side in one e-mail that are read; the others are named. */
export const mostInnerMails = 50
/** Parts of an e-mail inside one another. */
export const deepestParts = 50
/** All headers of an e-mail, in bytes: 1 MB. */
export const largestMailHeaders = 1_000_000
/** Names of attachments that are listed. */
export const mostAttachments = 200

/** Pages of a PDF. */
export const mostPages = 3_000
