import '../base.css'
import './sheet.css'
import type { ReactNode } from 'react'
import { useBackCloses } from '../../navigation/sheet-history'
import { useSheetShown } from './open-sheet-count'
import { BackGuard } from '../base/back-guard'
import { Box } from '../base/box'
import { dialogProps, useDialog } from '../base/dialog'
import { Tap } from '../base/tap'
import { Icon } from '../base/icon'
import { frameText } from '../../words/frame-text'

interface Props {
  title: string
  onClose: () => void
  /** It shows what is shown only once: no stray tap closes it, only a button of its own. */
  shownOnce?: boolean
  children: ReactNode
}

const stay = () => undefined

/** A question over the page, from below; Escape, the way back, the veil and 关闭 all leave it, and not the page. */
export function Sheet({ title, onClose, shownOnce, children }: Props) {
  const away = shownOnce === true ? stay : onClose
  const root = useDialog(away)
  useBackCloses(away)
  useSheetShown()
  return (
    <Box className="sheet">
      <BackGuard onBack={away} />
      {shownOnce === true ? (
        <Box className="sheet__veil" decorative />
      ) : (
        <Tap className="sheet__veil" label={frameText.close} skipped onTap={onClose} />
      )}
      <Box {...dialogProps(root)} className="sheet__panel" role="dialog" label={title}>
        <Box className="between">
          <Box as="h2" className="sheet__title">
            {title}
          </Box>
          {shownOnce !== true && (
            <Tap className="sheet__close" label={frameText.close} onTap={onClose}>
              <Icon name="close" />
            </Tap>
          )}
        </Box>
        <Box className="sheet__body stack">{children}</Box>
      </Box>
    </Box>
  )
}
