import type { Child } from '@linli/contracts/children'
import { useState } from 'react'
import { replaceWith } from '../../../shared/navigation/navigate'
import { pages } from '../../../shared/navigation/pages'
import { say } from '../../../shared/ui/page/say'
import { useEraseChild } from '../api'
import { childText, childrenText } from '../text'
import { isShared } from '../words'
import { ConfirmSheet } from '../../../shared/ui/sheets/confirm-sheet'

/** The consequences, and then once more. */
export function EraseSheet({ child, onClose }: { child: Child; onClose: () => void }) {
  const shared = isShared(child)
  const [sure, setSure] = useState(false)
  const erase = useEraseChild((finalAt) => {
    say(finalAt === null ? childText.erased : childText.erasing)
    replaceWith(pages.children)
  })
  if (!sure) {
    return (
      <ConfirmSheet
        title={childText.eraseAsk(child.nickname)}
        lines={shared ? childText.eraseSharedHelp : childText.eraseHelp}
        yes={childText.eraseGoOn}
        no={childrenText.keep}
        onYes={() => setSure(true)}
        onClose={onClose}
      />
    )
  }
  return (
    <ConfirmSheet
      key="last"
      title={childText.eraseLast}
      lines={[(shared ? childText.eraseSharedLast : childText.eraseLastHelp)(child.nickname)]}
      yes={shared ? childText.eraseSharedYes : childText.eraseYes}
      no={childrenText.keep}
      busy={erase.isPending}
      problem={erase.error}
      onYes={() => erase.mutate({ params: { id: child.id }, body: {} })}
      onClose={onClose}
    />
  )
}
