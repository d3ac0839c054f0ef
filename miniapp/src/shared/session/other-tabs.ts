/** A mini-program has one window. */
export const watchOtherTabs = () => undefined
