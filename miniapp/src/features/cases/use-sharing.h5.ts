/** A browser has its own ways to pass a page on. */
export const useSharing = () => undefined
