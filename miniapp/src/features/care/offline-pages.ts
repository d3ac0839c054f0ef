/** A mini-program is on the device already. */
export const keepPagesHere = () => undefined
