/** A mini-program's packages are fetched by the app that hosts it. */
export const prefetchPages = () => undefined
