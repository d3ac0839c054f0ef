import type { listProposedMoves } from '@linli/contracts/line'
import { useState } from 'react'
import type { Reply } from '../../../shared/http/request'
import { momentWords } from '../../../shared/time/time-words'
import { say } from '../../../shared/ui/page/say'
import { useNow } from '../../../shared/time/use-now'
import { Answered } from '../../../shared/ui/answers/answered'
import { Box } from '../../../shared/ui/base/box'
import { Button } from '../../../shared/ui/button'
import { Card } from '../../../shared/ui/card'
import { Refusal } from '../../../shared/ui/answers/refusal'
import { useDecideMove, useProposedMoves } from '../api'
import { listText } from '../text'
import { ConfirmSheet } from '../../../shared/ui/sheets/confirm-sheet'

type Move = Reply<typeof listProposedMoves>['moves'][number]

/** Manual moves that only another person than who proposed them can carry out. */
export function MovesCard({ division }: { division: string }) {
  const query = useProposedMoves(division)
  return (
    <Card title={listText.moves}>
      <Answered query={query} blocks={[96]}>
        {({ moves }) => (
          <>
            {moves.length === 0 && <Box className="muted">{listText.movesNone}</Box>}
            {moves.map((move) => (
              <OneMove key={move.id} move={move} />
            ))}
          </>
        )}
      </Answered>
    </Card>
  )
}

function OneMove({ move }: { move: Move }) {
  const now = useNow()
  const [asked, setAsked] = useState(false)
  const decide = useDecideMove((moved) => {
    say(moved ? listText.moved : listText.notMoved)
    setAsked(false)
  })
  const send = (approve: boolean) => decide.mutate({ params: { id: move.id }, body: { approve } })
  return (
    <Box className="pd-item">
      <Box className="strong">{listText.move(move.from, move.to)}</Box>
      <Box className="muted">{listText.moveOf(move.title, move.number)}</Box>
      <Box>{listText.reason(move.reason)}</Box>
      <Box className="muted">{listText.proposed(move.proposedBy, momentWords(move.at, now))}</Box>
      <Refusal problem={asked ? null : decide.error} />
      {move.canApprove ? (
        <Box className="pd__two">
          <Button disabled={decide.isPending} onTap={() => setAsked(true)}>
            {listText.approve}
          </Button>
          <Button look="danger" disabled={decide.isPending} onTap={() => send(false)}>
            {listText.turnDown}
          </Button>
        </Box>
      ) : (
        <Box className="pd-item__waits">{listText.secondPerson}</Box>
      )}
      {asked && (
        <ConfirmSheet
          title={listText.approveTitle(move.from, move.to)}
          lines={[listText.approveHelp]}
          yes={listText.approveYes}
          no={listText.approveNo}
          problem={decide.error}
          busy={decide.isPending}
          onYes={() => send(true)}
          onClose={() => setAsked(false)}
        />
      )}
    </Box>
  )
}
