import type { Circumstance } from '@linli/contracts/children'
import type { LinkWarning, readPendingLink } from '@linli/contracts/guardian-desk'
import { circumstanceWord, relationWord } from '@linli/contracts/words'
import { useState } from 'react'
import type { Reply } from '../../../shared/http/request'
import { fullDate } from '../../../shared/time/time-words'
import { say } from '../../../shared/ui/page/say'
import { Box } from '../../../shared/ui/base/box'
import { Button } from '../../../shared/ui/button'
import { Refusal } from '../../../shared/ui/answers/refusal'
import { Fact } from '../../../shared/ui/row'
import { Sheet } from '../../../shared/ui/sheets/sheet'
import { useReadLink, useVerify } from '../api'
import { guardiansText } from '../guardians-text'
import { toggled } from '../plan'
import { EndSheet, RefuseSheet } from './link-end-sheets'
import { Tick } from './tick'
import { Warnings } from './warnings'

export type PendingPapers = Reply<typeof readPendingLink>

/** Opens one link, after saying that this is recorded; then what the papers prove is ticked. */
export function VerifySheet({ id, onClose }: { id: string; onClose: () => void }) {
  const link = useReadLink()
  if (link.data !== undefined) return <Opened link={link.data} onClose={onClose} />
  return (
    <Sheet title={guardiansText.openTitle} onClose={onClose}>
      <Box as="p">{guardiansText.openHelp}</Box>
      <Refusal problem={link.error} />
      <Button busy={link.isPending} onTap={() => link.mutate({ params: { id } })}>
        {guardiansText.open}
      </Button>
    </Sheet>
  )
}

interface Props {
  link: PendingPapers
  onClose: () => void
}

function Opened({ link, onClose }: Props) {
  const [ending, setEnding] = useState(false)
  if (!ending) return <Compare link={link} onClose={onClose} onEnd={() => setEnding(true)} />
  return link.known ? (
    <EndSheet id={link.id} onClose={onClose} />
  ) : (
    <RefuseSheet id={link.id} onClose={onClose} />
  )
}

function Compare({ link, onClose, onEnd }: Props & { onEnd: () => void }) {
  const [guardian, setGuardian] = useState(false)
  const [proven, setProven] = useState<Circumstance[]>([])
  const [looked, setLooked] = useState<LinkWarning[]>([])
  const [different, setDifferent] = useState(false)
  const verify = useVerify(() => {
    say(guardiansText.verified)
    onClose()
  })
  const nothing = !guardian && proven.length === 0
  const send = () =>
    verify.mutate({
      params: { id: link.id },
      body: { guardian: guardian || link.verified, circumstances: proven, looked, different },
    })
  return (
    <Sheet title={guardiansText.compare} onClose={onClose}>
      <Papers link={link} />
      <Warnings
        all={link.warnings}
        looked={looked}
        different={different}
        onLooked={(one) => setLooked(toggled(looked, one))}
        onDifferent={() => setDifferent(!different)}
      />
      <Proven
        link={link}
        {...{ guardian, proven }}
        onGuardian={() => setGuardian(!guardian)}
        onProven={setProven}
      />
      <Refusal problem={verify.error} />
      <Button busy={verify.isPending} needs={nothing && guardiansText.nothing} onTap={send}>
        {guardiansText.verify}
      </Button>
      <Button look="ghost" onTap={onEnd}>
        {link.known ? guardiansText.end : guardiansText.refuse}
      </Button>
    </Sheet>
  )
}

interface ProvenProps {
  link: PendingPapers
  guardian: boolean
  proven: Circumstance[]
  onGuardian: () => void
  onProven: (proven: Circumstance[]) => void
}

const Proven = ({ link, guardian, proven, onGuardian, onProven }: ProvenProps) => (
  <Box>
    <Box className="label">{guardiansText.proven}</Box>
    {link.verified ? (
      <Box className="muted">{guardiansText.already(guardiansText.isGuardian)}</Box>
    ) : (
      <Tick on={guardian} onTap={onGuardian}>
        {guardiansText.isGuardian}
      </Tick>
    )}
    {link.circumstances.map(({ circumstance, verified }) =>
      verified ? (
        <Box key={circumstance} className="muted">
          {guardiansText.already(circumstanceWord[circumstance])}
        </Box>
      ) : (
        <Tick
          key={circumstance}
          on={proven.includes(circumstance)}
          onTap={() => onProven(toggled(proven, circumstance))}
        >
          {circumstanceWord[circumstance]}
        </Tick>
      ),
    )}
  </Box>
)

const Papers = ({ link }: { link: Props['link'] }) => (
  <Box>
    <Fact name={guardiansText.child}>{link.childName}</Fact>
    <Fact name={guardiansText.birth}>{fullDate(link.birthDate)}</Fact>
    <Fact name={guardiansText.guardian}>{link.guardianName ?? guardiansText.noName}</Fact>
    <Fact name={guardiansText.relation}>{relationWord[link.relation]}</Fact>
  </Box>
)
