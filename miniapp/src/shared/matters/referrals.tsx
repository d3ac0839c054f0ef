import '../ui/base.css'
import './feed.css'
import type { Referral, Thread } from '@linli/contracts/consultation-thread'
import { momentWords } from '../time/time-words'
import { Refusal } from '../ui/answers/refusal'
import { Box } from '../ui/base/box'
import { Button } from '../ui/button'
import { Card } from '../ui/card'
import { Fact } from '../ui/row'
import { say } from '../ui/page/say'
import { useConsent, useDecline } from './api'
import { mattersText } from './text'
import { officeWord, partForReceiver, partWord, referralWord } from './words'

const words = mattersText.referral

interface Props {
  thread: Thread
  now: number
}

/** To whom it is to go or has gone, what goes with it, each thing named, and where that stands. */
export const Referrals = ({ thread, now }: Props) => (
  <>
    {thread.referrals
      .filter(({ state }) => state === 'proposed' || state === 'sent')
      .map((one) => (
        <Open key={one.id} one={one} party={thread.readAs === 'party'} now={now} />
      ))}
  </>
)

const standing = ({ state, dueAt }: Referral, party: boolean, now: number) => {
  if (state === 'proposed') return party ? words.proposed : words.proposedForAdviser
  return dueAt === null ? words.sentPlain : words.sent(momentWords(dueAt, now))
}

function Open({ one, party, now }: { one: Referral; party: boolean; now: number }) {
  return (
    <Card title={words.title(referralWord[one.kind])}>
      <Fact name={words.to}>{`${one.to}${officeWord[one.kind]}`}</Fact>
      <Box className="muted">{words.parts}</Box>
      <Box as="ul" className="handed">
        {one.parts.map((part) => (
          <Box as="li" key={part}>
            {(party ? partWord : partForReceiver)[part]}
          </Box>
        ))}
      </Box>
      <Box as="p" className="after-card">
        {standing(one, party, now)}
      </Box>
      <Box className="muted">{words.when(momentWords(one.proposedAt, now))}</Box>
      {party && one.state === 'proposed' && <Decision id={one.id} />}
    </Card>
  )
}

function Decision({ id }: { id: string }) {
  const consent = useConsent(() => say(words.consented))
  const decline = useDecline(() => say(words.kept))
  const busy = consent.isPending || decline.isPending
  const given = { params: { id }, body: {} }
  return (
    <Box className="after-card stack">
      <Refusal problem={consent.error ?? decline.error} />
      <Button busy={consent.isPending} disabled={busy} onTap={() => consent.mutate(given)}>
        {words.consent}
      </Button>
      <Button look="ghost" busy={decline.isPending} disabled={busy} onTap={() => decline.mutate(given)}>
        {words.decline}
      </Button>
    </Box>
  )
}
