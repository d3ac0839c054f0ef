/** A mini-program is opened by its own pages. */
export const openShortLink = () => undefined
