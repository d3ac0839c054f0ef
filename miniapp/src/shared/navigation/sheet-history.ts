/** A mini-program closes a sheet on the way back by a container of its own (`ui/base/back-guard`). */
export const watchBack = () => undefined
export const useBackCloses = (_close: () => void) => undefined
export const onceSheetsAreGone = (then: () => void) => then()
export const pageMoved = () => undefined
export const forgetSheets = () => undefined
