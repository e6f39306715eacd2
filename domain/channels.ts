// The two channels between the window and main. They stand apart from the contract, so that the preload script carries no schema.

/** Calls of the window, answered by main. */
export const callChannel = 'aide:call'
/** Events from main to the window. */
export const eventChannel = 'aide:event'
