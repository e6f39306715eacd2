// Which rules these are. Apart from the rules, so that who only compares numbers does not load them.

/** Raised whenever the rules change what they read, so that older readings can be made again. */
export const engineNumber = 1
