/** Under what the device keeps what an earlier visit may have left. */

/** Drafts of matters. */
export const draftStart = 'draft.matter.'
/** Writes that nobody waits for. */
export const quietName = 'quiet'
