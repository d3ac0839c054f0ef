import { useSession } from '../../../shared/session'
import { pages } from '../../../shared/pages'
import { useNow } from '../../../shared/use-now'
import { Age } from '../../../shared/ui/answered'
import { Blank } from '../../../shared/ui/blank'
import { Button } from '../../../shared/ui/button'
import { Card } from '../../../shared/ui/card'
import { Failure, SignInFirst } from '../../../shared/ui/failure'
import { Page } from '../../../shared/ui/page'
import { Skeleton } from '../../../shared/ui/skeleton'
import { frameText } from '../../../shared/ui/text'
import { useNotices, useReadNotice } from '../api'
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
  if (query.data === undefined) {
    if (query.isError) return <Failure problem={query.error} again={() => void query.refetch()} />
    return <Skeleton blocks={[300]} />
  }
  const notices = query.data.pages.flatMap((page) => page.notices)
  return (
    <>
      <Age of={query} />
      {notices.length === 0 ? (
        <Blank icon="bell" title={noticesText.empty} help={noticesText.emptyHelp} />
      ) : (
        <Card>
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
      {query.hasNextPage && (
        <Button look="ghost" busy={query.isFetchingNextPage} onTap={() => void query.fetchNextPage()}>
          {frameText.more}
        </Button>
      )}
    </>
  )
}
