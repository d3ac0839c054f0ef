/** A mini-program has one window. */
export const watchOtherTabs = () => undefined
export const whenOthersStore = (_name: string, _follow: () => void) => undefined
