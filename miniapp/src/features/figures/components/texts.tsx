import type { RatingText } from '@linli/contracts/rating-texts'
import { ratedWords } from '../../../shared/cases/faces'
import { dateWords } from '../../../shared/time/time-words'
import { Box } from '../../../shared/ui/base/box'
import { Card } from '../../../shared/ui/card'
import { Listed } from '../../../shared/ui/answers/listed'
import { useTexts } from '../api'
import type { Shown } from '../shown'
import { figuresText } from '../text'

/** What people wrote and wanted shown, with the answers. */
export function Texts({ community, chosen }: { community: string; chosen: Shown }) {
  const query = useTexts(community, chosen)
  return (
    <Card title={figuresText.texts}>
      <Box className="muted">{figuresText.textsHelp}</Box>
      <Listed
        query={query}
        blocks={[80, 80]}
        of={(page) => page.texts}
        none={<Box as="p">{figuresText.textsNone}</Box>}
      >
        {(texts) => (
          <Box as="ul">
            {texts.map((one) => (
              <Said key={one.id} one={one} />
            ))}
          </Box>
        )}
      </Listed>
    </Card>
  )
}

const Said = ({ one: { service, text, supplement, reply } }: { one: RatingText }) => (
  <Box as="li" className="fig-said">
    <Box className="muted">{ratedWords(service).name}</Box>
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
