import type { listPendingLinks } from '@linli/contracts/guardian-desk'
import { relationWord } from '@linli/contracts/words'
import { useState } from 'react'
import type { Reply } from '../../../shared/http/request'
import { momentWords } from '../../../shared/time/time-words'
import { say } from '../../../shared/ui/page/say'
import { Box } from '../../../shared/ui/base/box'
import { Button } from '../../../shared/ui/button'
import { Card } from '../../../shared/ui/card'
import { Refusal } from '../../../shared/ui/answers/refusal'
import { Row } from '../../../shared/ui/row'
import { Sheet } from '../../../shared/ui/sheets/sheet'
import { useDecideEnding, useReadLink, useStopFreeze } from '../api'
import { guardiansText } from '../guardians-text'

type Lists = Reply<typeof listPendingLinks>

interface Props<K extends keyof Lists> {
  all: Lists[K]
  now: number
}

/** Whoever has waited longest is at the top. */
export const WaitingCard = ({ all, now, onOpen }: Props<'links'> & { onOpen: (id: string) => void }) => (
  <Card title={guardiansText.waiting}>
    {[...all]
      .sort((a, b) => Date.parse(a.askedAt) - Date.parse(b.askedAt))
      .map((link) => (
        <Row
          key={link.id}
          title={guardiansText.row(link.nickname, relationWord[link.relation])}
          under={[
            guardiansText.asked(momentWords(link.askedAt, now)),
            ...(link.circumstances > 0 ? [guardiansText.circumstances(link.circumstances)] : []),
          ].join(' · ')}
          onTap={() => onOpen(link.id)}
        />
      ))}
  </Card>
)

/** What one of two guardians asked for; the other is at the counter. */
export function FreezesCard({ all, now }: Props<'freezes'>) {
  const [stopping, setStopping] = useState<string | null>(null)
  return (
    <Card title={guardiansText.freezes}>
      <Box as="p" className="muted">
        {guardiansText.freezesHelp}
      </Box>
      {all.map((one) => (
        <Box key={one.childId}>
          <Row
            title={`${one.nickname} · ${guardiansText.freeze[one.what]}`}
            under={guardiansText.finalAt(momentWords(one.finalAt, now))}
          />
          {one.others.map(({ id, relation }) => (
            <Button key={id} look="plain" onTap={() => setStopping(id)}>
              {guardiansText.stop(relationWord[relation])}
            </Button>
          ))}
        </Box>
      ))}
      {stopping !== null && <StopSheet id={stopping} onClose={() => setStopping(null)} />}
    </Card>
  )
}

function StopSheet({ id, onClose }: { id: string; onClose: () => void }) {
  const stop = useStopFreeze(() => {
    say(guardiansText.stopped)
    onClose()
  })
  return (
    <Sheet title={guardiansText.stopTitle} onClose={onClose}>
      <Box as="p">{guardiansText.stopHelp}</Box>
      <Refusal problem={stop.error} />
      <Button busy={stop.isPending} onTap={() => stop.mutate({ params: { id }, body: {} })}>
        {guardiansText.stopYes}
      </Button>
    </Sheet>
  )
}

/** Guardians whom a colleague proposed to end. */
export function EndingsCard({ all, now }: Props<'endings'>) {
  const [deciding, setDeciding] = useState<Lists['endings'][number] | null>(null)
  return (
    <Card title={guardiansText.endings}>
      {all.map((one) => (
        <Row
          key={one.id}
          title={`${guardiansText.row(one.nickname, relationWord[one.relation])} · ${guardiansText.endReason[one.reason]}`}
          under={
            one.mine
              ? guardiansText.mineWaits
              : guardiansText.proposedBy(one.proposer, momentWords(one.proposedAt, now))
          }
          {...(!one.mine && { onTap: () => setDeciding(one) })}
        />
      ))}
      {deciding !== null && <DecideSheet one={deciding} onClose={() => setDeciding(null)} />}
    </Card>
  )
}

/** The second looks at the names first, as the first did; this leaves its record. */
function DecideSheet({ one, onClose }: { one: Lists['endings'][number]; onClose: () => void }) {
  const look = useReadLink()
  const decide = useDecideEnding(() => {
    say(guardiansText.decided)
    onClose()
  })
  const send = (approved: boolean) => decide.mutate({ params: { id: one.id }, body: { approved } })
  const papers = look.data
  return (
    <Sheet title={guardiansText.decideTitle} onClose={onClose}>
      <Box as="p">{guardiansText.endReason[one.reason]}</Box>
      {papers === undefined ? (
        <>
          <Box as="p">{guardiansText.decideHelp}</Box>
          <Box as="p">{guardiansText.openHelp}</Box>
          <Refusal problem={look.error} />
          <Button busy={look.isPending} onTap={() => look.mutate({ params: { id: one.guardianId } })}>
            {guardiansText.open}
          </Button>
        </>
      ) : (
        <>
          <Box as="p">{`${papers.childName} · ${papers.guardianName ?? guardiansText.noName}`}</Box>
          <Refusal problem={decide.error} />
          <Button look="ghost" busy={decide.isPending} onTap={() => send(false)}>
            {guardiansText.reject}
          </Button>
          <Button look="warm" busy={decide.isPending} onTap={() => send(true)}>
            {guardiansText.approve}
          </Button>
        </>
      )}
    </Sheet>
  )
}

/** Verified guardians of children with two: to be opened with papers in hand. */
export const KnownCard = ({ all, now, onOpen }: Props<'known'> & { onOpen: (id: string) => void }) => (
  <Card title={guardiansText.known}>
    <Box as="p" className="muted">
      {guardiansText.knownHelp}
    </Box>
    {all.map((one) => (
      <Row
        key={one.id}
        title={guardiansText.row(one.nickname, relationWord[one.relation])}
        under={guardiansText.knownSince(momentWords(one.verifiedAt, now))}
        onTap={() => onOpen(one.id)}
      />
    ))}
  </Card>
)
