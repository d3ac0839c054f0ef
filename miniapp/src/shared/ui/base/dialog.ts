/** A mini-program has no keyboard focus to keep inside. */
export const useDialog = (_onClose: () => void) => null
export const dialogProps = (_root: null) => ({})
