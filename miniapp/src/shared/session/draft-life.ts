/** How long a draft of a matter stands, untouched. */

/** Whoever is not signed in may be anybody, and the telephone somebody else's. */
export const unsignedHours = 2
/** As long as the service keeps pictures that were not sent. */
export const ownDays = 7
