/** A mini-program has one window, in which `exchangeOnce` is enough. */
export const exclusively = (work: () => Promise<void>) => work()
