import type { Notice } from '@linli/contracts/notices'
import { useSession } from '../../../shared/session/session'
import { pages } from '../../../shared/navigation/pages'
import { useNow } from '../../../shared/time/use-now'
import { Tap } from '../../../shared/ui/base/tap'
import { Blank } from '../../../shared/ui/answers/blank'
import { Card } from '../../../shared/ui/card'
import { SignInFirst } from '../../../shared/ui/answers/failure'
import { Listed } from '../../../shared/ui/answers/listed'
import { Page } from '../../../shared/ui/page/page'
import { useNotices, useReadNotice, useReadNotices } from '../api'
import { NoticeRow } from '../components/notice-row'
import { noticesText } from '../text'

export default function InboxPage() {
  const signedIn = useSession() !== null
  return (
    <Page title={noticesText.title}>
      {signedIn ? <Inbox /> : <SignInFirst help={noticesText.signInHelp} returnTo={pages.inbox} />}
    </Page>
  )
}

function Inbox() {
  const now = useNow()
  const query = useNotices()
  const read = useReadNotice()
  return (
    <Listed
      query={query}
      blocks={[300]}
      of={(page) => page.notices}
      none={<Blank picture="post" title={noticesText.empty} help={noticesText.emptyHelp} />}
    >
      {(notices) => (
        <Card title={noticesText.community} aside={<ReadAll notices={notices} />}>
          {notices.map((notice) => (
            <NoticeRow
              key={notice.id}
              notice={notice}
              now={now}
              onOpen={() => !notice.read && read.mutate({ params: { id: notice.id } })}
            />
          ))}
        </Card>
      )}
    </Listed>
  )
}

/** Up to the newest in sight: what comes meanwhile stays unread. */
function ReadAll({ notices }: { notices: readonly Notice[] }) {
  const read = useReadNotices()
  const newest = notices[0]
  if (newest === undefined || notices.every((one) => one.read)) return null
  return (
    <Tap className="head-link" onTap={() => read.mutate({ body: { until: newest.at } })}>
      {noticesText.readAll}
    </Tap>
  )
}
