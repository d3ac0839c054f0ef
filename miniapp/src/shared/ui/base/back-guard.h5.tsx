/** A browser's way back is its history (`navigation/sheet-history`). */
export const BackGuard = (_props: { onBack: () => void }) => null
