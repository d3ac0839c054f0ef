import type { DoubtfulText } from '@linli/contracts/rating-texts'
import { useState } from 'react'
import { ratedWords } from '../../../shared/cases/faces'
import { dateWords, oldestWords } from '../../../shared/time/time-words'
import { Box } from '../../../shared/ui/base/box'
import { Blank } from '../../../shared/ui/answers/blank'
import { Button } from '../../../shared/ui/button'
import { Card } from '../../../shared/ui/card'
import { Decide } from '../../../shared/staff/decide'
import { Listed } from '../../../shared/ui/answers/listed'
import { StateTag } from '../../../shared/ui/tag'
import { useDoubtfulTexts } from '../api'
import { judgingText } from '../judging-text'
import { textsText } from '../text'
import { PassSheet } from './pass-sheet'
import { RefuseSheet } from './refuse-sheet'

const sheets = { pass: PassSheet, refuse: RefuseSheet }
type Asking = keyof typeof sheets

/** Words that the check could not decide: a person of a unit above looks at each, once. */
export function Doubtful({ division }: { division: string }) {
  const query = useDoubtfulTexts(division)
  const [asked, setAsked] = useState<{ one: DoubtfulText; about: Asking } | null>(null)
  const Sheet = asked === null ? null : sheets[asked.about]
  const oldest = query.data?.pages[0]?.texts[0]?.since
  return (
    <>
      <Box className="muted">{judgingText.help}</Box>
      {oldest !== undefined && <Box className="muted">{oldestWords(oldest)}</Box>}
      <Listed
        query={query}
        blocks={[150, 150, 150]}
        of={(page) => page.texts}
        none={<Blank picture="tea" title={textsText.empty.doubtful} help={judgingText.emptyHelp} />}
      >
        {(texts) =>
          texts.map((one) => (
            <DoubtfulItem
              key={`${one.id} ${one.part}`}
              one={one}
              onAsk={(about) => setAsked({ one, about })}
            />
          ))
        }
      </Listed>
      {Sheet !== null && asked !== null && <Sheet one={asked.one} onClose={() => setAsked(null)} />}
    </>
  )
}

function DoubtfulItem({ one, onAsk }: { one: DoubtfulText; onAsk: (about: Asking) => void }) {
  const reader = one.public ? 'public' : 'private'
  return (
    <Card>
      <Box className="between">
        <Box className="muted">{`${one.communityName} · ${ratedWords(one.service).name}`}</Box>
        <StateTag tone={one.public ? 'wait' : 'quiet'}>{judgingText.wish[reader]}</StateTag>
      </Box>
      <Box as="p" className="said">
        {one.part === 'supplement' ? `${textsText.supplement}：${one.text}` : one.text}
      </Box>
      <Box className="muted said">{judgingText.since(dateWords(one.since))}</Box>
      <Decide>
        <Button look="ghost" onTap={() => onAsk('pass')}>
          {judgingText.pass[reader]}
        </Button>
        <Button look="ghost" onTap={() => onAsk('refuse')}>
          {judgingText.refuse[reader]}
        </Button>
      </Decide>
    </Card>
  )
}
