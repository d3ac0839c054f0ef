import type { DoubtfulText } from '@linli/contracts/rating-texts'
import { useState } from 'react'
import { serviceWords } from '../../../shared/grade-words'
import { problemText } from '../../../shared/problem-text'
import { dateWords, oldestWords } from '../../../shared/time-words'
import { say } from '../../../shared/toast'
import { Box } from '../../../shared/ui/base/box'
import { Blank } from '../../../shared/ui/blank'
import { Button } from '../../../shared/ui/button'
import { Card } from '../../../shared/ui/card'
import { Decide } from '../../../shared/ui/decide'
import { Listed } from '../../../shared/ui/listed'
import { Refusal } from '../../../shared/ui/refusal'
import { StateTag } from '../../../shared/ui/tag'
import { useDoubtfulTexts, useJudge } from '../api'
import { judgingText, textsText } from '../text'
import { RefuseSheet } from './refuse-sheet'

/** Words that the check could not decide: a person of a unit above looks at each, once. */
export function Doubtful({ division }: { division: string }) {
  const query = useDoubtfulTexts(division)
  const [refusing, setRefusing] = useState<DoubtfulText | null>(null)
  const oldest = query.data?.pages[0]?.texts[0]?.since
  return (
    <>
      <Box className="muted">{judgingText.help}</Box>
      {oldest !== undefined && <Box className="muted">{oldestWords(oldest)}</Box>}
      <Listed
        query={query}
        blocks={[150, 150, 150]}
        of={(page) => page.texts}
        none={<Blank icon="check" title={textsText.empty.doubtful} help={judgingText.emptyHelp} />}
      >
        {(texts) =>
          texts.map((one) => (
            <DoubtfulItem key={`${one.id} ${one.part}`} one={one} onRefuse={() => setRefusing(one)} />
          ))
        }
      </Listed>
      {refusing !== null && <RefuseSheet one={refusing} onClose={() => setRefusing(null)} />}
    </>
  )
}

function DoubtfulItem({ one, onRefuse }: { one: DoubtfulText; onRefuse: () => void }) {
  const judge = useJudge({
    done: () => say(judgingText.passed),
    failed(problem) {
      // Somebody was first, or the words are gone: with them goes the card that would have said so.
      if (problem.status === 404 || problem.status === 409) say(problemText(problem))
    },
  })
  const reader = one.public ? 'public' : 'private'
  return (
    <Card>
      <Box className="between">
        <Box className="muted">{`${one.communityName} · ${serviceWords[one.service]}`}</Box>
        <StateTag tone={one.public ? 'wait' : 'quiet'}>{judgingText.wish[reader]}</StateTag>
      </Box>
      <Box as="p" className="said">
        {one.part === 'supplement' ? `${textsText.supplement}：${one.text}` : one.text}
      </Box>
      <Refusal problem={judge.error} />
      <Box className="muted said">{judgingText.since(dateWords(one.since))}</Box>
      <Decide>
        <Button
          look="ghost"
          busy={judge.isPending}
          onTap={() => judge.mutate({ params: { id: one.id }, body: { part: one.part, verdict: 'pass' } })}
        >
          {judgingText.pass[reader]}
        </Button>
        <Button look="ghost" disabled={judge.isPending} onTap={onRefuse}>
          {judgingText.refuse[reader]}
        </Button>
      </Decide>
    </Card>
  )
}
