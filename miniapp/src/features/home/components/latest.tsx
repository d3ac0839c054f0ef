import type { Notice } from '@linli/contracts/notices'
import type { ReactNode } from 'react'
import { pages } from '../../../shared/navigation/pages'
import { Box } from '../../../shared/ui/base/box'
import { Tap } from '../../../shared/ui/base/tap'
import { Card } from '../../../shared/ui/card'
import { homeText } from '../text'

interface Props {
  notices: readonly Notice[]
  unread: number
  row: (notice: Notice) => ReactNode
}

/** The newest notices, and how many are unread. */
export function Latest({ notices, unread, row }: Props) {
  const all = (
    <Tap className="head-link" to={pages.inbox}>
      {unread > 0 ? homeText.unread(unread) : homeText.all}
    </Tap>
  )
  return (
    <Card title={homeText.notices} aside={all}>
      {notices.length === 0 && (
        <>
          <Box>{homeText.noNotices}</Box>
          <Box className="muted">{homeText.noNoticesHelp}</Box>
        </>
      )}
      {notices.map(row)}
    </Card>
  )
}
