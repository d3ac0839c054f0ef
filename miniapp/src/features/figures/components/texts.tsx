import type { RatingText } from '@linli/contracts/rating-texts'
import { serviceWords } from '../../../shared/grade-words'
import { dateWords } from '../../../shared/time-words'
import { Box } from '../../../shared/ui/base/box'
import { Button } from '../../../shared/ui/button'
import { Card } from '../../../shared/ui/card'
import { Failure } from '../../../shared/ui/failure'
import { Skeleton } from '../../../shared/ui/skeleton'
import { frameText } from '../../../shared/ui/text'
import { useTexts } from '../api'
import type { Shown } from '../shown'
import { figuresText } from '../text'

/** What people wrote and wanted shown, with the answers. */
export function Texts({ community, chosen }: { community: string; chosen: Shown }) {
  const query = useTexts(community, chosen)
  const texts = query.data?.pages.flatMap((page) => page.texts)
  return (
    <Card title={figuresText.texts}>
      <Box className="muted">{figuresText.textsHelp}</Box>
      {texts === undefined && !query.isError && <Skeleton blocks={[80, 80]} />}
      {texts === undefined && query.isError && (
        <Failure problem={query.error} again={() => void query.refetch()} />
      )}
      {texts?.length === 0 && <Box as="p">{figuresText.textsNone}</Box>}
      <Box as="ul">
        {texts?.map((one) => (
          <Said key={one.id} one={one} />
        ))}
      </Box>
      {query.hasNextPage && (
        <Button look="plain" busy={query.isFetchingNextPage} onTap={() => void query.fetchNextPage()}>
          {frameText.more}
        </Button>
      )}
    </Card>
  )
}

const Said = ({ one: { service, text, supplement, reply } }: { one: RatingText }) => (
  <Box as="li" className="fig-said">
    <Box className="muted">{serviceWords[service]}</Box>
    <Box>{text}</Box>
    {supplement !== null && <Box>{`${figuresText.supplement}：${supplement}`}</Box>}
    {reply !== null && (
      <Box className="fig-reply">
        <Box className="muted">{`${figuresText.reply(reply.by)} · ${dateWords(reply.on)}`}</Box>
        <Box>{reply.text}</Box>
      </Box>
    )}
  </Box>
)
