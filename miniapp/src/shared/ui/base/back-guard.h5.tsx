/** A browser's way back is its history (`open-sheets`). */
export const BackGuard = (_props: { onBack: () => void }) => null
