import { useBackCloses } from '../../../shared/navigation/sheet-history'
import { BackGuard } from '../../../shared/ui/base/back-guard'

/** The way back leads one screen back, not off the page; given a `key` for each screen. */
export function StepBack({ onBack }: { onBack: () => void }) {
  useBackCloses(onBack)
  return <BackGuard onBack={onBack} />
}
