import '../components/visits.css'
import type { OwnFamily } from '@linli/contracts/visit-family'
import { useState } from 'react'
import { pages } from '../../../shared/navigation/pages'
import { useMe } from '../../../shared/session/session'
import { Answered } from '../../../shared/ui/answers/answered'
import { Blank } from '../../../shared/ui/answers/blank'
import { SignInFirst } from '../../../shared/ui/answers/failure'
import { Refusal } from '../../../shared/ui/answers/refusal'
import { Box } from '../../../shared/ui/base/box'
import { Button } from '../../../shared/ui/button'
import { Card } from '../../../shared/ui/card'
import { Page } from '../../../shared/ui/page/page'
import { ConfirmSheet } from '../../../shared/ui/sheets/confirm-sheet'
import { useAnswerFamily, useEndFamily, useOwnFamily } from '../api'
import { familyText } from '../text'
import { Lead } from '../../../shared/ui/lead'

/** Of which elders somebody is asked, or has agreed, to be told that they were visited. */
export default function FamilyPage() {
  const me = useMe()
  const query = useOwnFamily(me !== null)
  return (
    <Page title={familyText.title}>
      {me === null ? (
        <SignInFirst help={familyText.signInHelp} returnTo={pages.visitFamily} />
      ) : (
        <Answered query={query} blocks={[160]}>
          {({ family }) =>
            family.length === 0 ? (
              <Blank picture="hand" title={familyText.none} help={familyText.noneHelp} />
            ) : (
              <>
                <Lead picture="bench">{familyText.help}</Lead>
                {family.map((one) => (
                  <One key={`${one.id}${one.agreed}`} one={one} />
                ))}
              </>
            )
          }
        </Answered>
      )}
    </Page>
  )
}

const One = ({ one }: { one: OwnFamily }) => (
  <Card>{one.agreed ? <Agreed one={one} /> : <Asked one={one} />}</Card>
)

function Asked({ one }: { one: OwnFamily }) {
  const answer = useAnswerFamily()
  const say = (agree: boolean) => answer.mutate({ params: { id: one.id }, body: { agree } })
  return (
    <Box className="stack">
      <Box className="strong">{familyText.asks(one.elder, one.communityName)}</Box>
      <Refusal problem={answer.error} />
      <Button busy={answer.isPending} onTap={() => say(true)}>
        {familyText.yes}
      </Button>
      <Button look="plain" busy={answer.isPending} onTap={() => say(false)}>
        {familyText.no}
      </Button>
    </Box>
  )
}

function Agreed({ one }: { one: OwnFamily }) {
  const [ending, setEnding] = useState(false)
  const end = useEndFamily(() => setEnding(false))
  return (
    <Box className="stack">
      <Box className="strong">{familyText.agreed(one.elder, one.communityName)}</Box>
      <Button look="plain" onTap={() => setEnding(true)}>
        {familyText.end}
      </Button>
      {ending && (
        <ConfirmSheet
          title={familyText.endTitle}
          lines={familyText.endLines}
          yes={familyText.end}
          no={familyText.keep}
          problem={end.error}
          busy={end.isPending}
          onYes={() => end.mutate({ params: { id: one.id }, body: {} })}
          onClose={() => setEnding(false)}
        />
      )}
    </Box>
  )
}
